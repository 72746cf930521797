using FsCheck;
using FsCheck.Fluent;

namespace Descent.Properties;

/// <summary>True classes with predictions, scores and weights of the same rows.</summary>
/// <param name="Classes">K, from 2 to 4.</param>
/// <param name="Targets">The true classes.</param>
/// <param name="Predictions">The predicted ones.</param>
/// <param name="Scores">Numbers with many ties.</param>
/// <param name="Weights">Whole numbers from 0 to 3, not all 0.</param>
public sealed record MetricCase(
    int Classes, Vector Targets, Vector Predictions, Vector Scores, Vector Weights)
{
    /// <summary>Whether the row is of class 1.</summary>
    public Vector IsOne => Targets.Map(y => y == 1 ? 1 : 0);

    /// <summary>Each row as often as its weight says.</summary>
    public MetricCase Repeated()
    {
        var rows = Enumerable.Range(0, Targets.Count)
            .SelectMany(i => Enumerable.Repeat(i, (int)Weights[i])).ToArray();
        return Select(rows) with { Weights = Vector.Ones(rows.Length) };
    }

    /// <summary>The rows named, in that order.</summary>
    public MetricCase Select(int[] rows) => new(
        Classes, Pick(Targets, rows), Pick(Predictions, rows), Pick(Scores, rows), Pick(Weights, rows));

    private static Vector Pick(Vector values, int[] rows) => Vector.From(rows.Select(i => values[i]));
}

/// <summary>How <see cref="MetricCase"/> is drawn and shrunk.</summary>
public static class MetricCases
{
    private const int MaxRows = 30;

    public static Arbitrary<MetricCase> MetricCase() => Arb.From(
        from classes in Gen.Choose(2, 4)
        from count in Gen.Choose(1, MaxRows)
        from targets in Gen.Choose(0, classes - 1).ArrayOf(count)
        from predictions in Gen.Choose(0, classes - 1).ArrayOf(count)
        from scores in Gen.Choose(-4, 4).ArrayOf(count)
        from weights in Gen.Choose(0, 3).ArrayOf(count)
        select new MetricCase(
            classes,
            Numbers(targets),
            Numbers(predictions),
            Numbers(scores).Map(score => score / 3),
            weights.All(c => c == 0) ? Vector.Ones(count) : Numbers(weights)),
        one => Enumerable.Range(0, one.Targets.Count)
            .Select(gone => Enumerable.Range(0, one.Targets.Count).Where(i => i != gone).ToArray())
            .Where(rows => rows.Any(i => one.Weights[i] > 0))
            .Select(one.Select));

    private static Vector Numbers(int[] values) => Vector.From(values.Select(value => (double)value));
}
