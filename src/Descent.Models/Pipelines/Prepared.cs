using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>What a preparation learnt from rows, and what these rows become.</summary>
internal sealed record Prepared(IFeatureMap Map, Dataset Data)
{
    public static Prepared By(IPreparation preparation, Dataset training)
    {
        Guard.NotNull(training);
        if (preparation is not Steps steps)
        {
            var map = preparation.Fit(training);
            return new(map, map.Transform(training));
        }

        // Each step learns from what those before it made.
        var data = training;
        var maps = ImmutableArray.CreateBuilder<IFeatureMap>();
        foreach (var step in steps.Items.Items)
        {
            var next = By(step, data);
            maps.Add(next.Map);
            data = next.Data;
        }

        return new(new StepsMap(training.FeatureNames, maps.ToImmutable()), data);
    }

    /// <summary>The report of a fit, with the steps before it named.</summary>
    public static FitReport Report(IPreparation preparation, FitReport report) =>
        preparation is Steps { Items.Items.IsEmpty: true }
            ? report
            : report with { Method = $"{preparation}, {report.Method}" };
}
