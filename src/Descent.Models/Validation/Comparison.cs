using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Several learners, scored on the same folds.</summary>
/// <remarks>
/// The best of many scores is too good: it was chosen by them. An honest score of the choice is that of a
/// cross-validation around it; see <see cref="GridSearch"/>.
/// </remarks>
public sealed class Comparison
{
    private readonly int _best;

    private Comparison(ImmutableArray<CrossValidation> candidates)
    {
        Candidates = candidates;
        _best = Choice.Best(Metric.HigherIsBetter, [.. candidates.Select(one => one.Summary)]);
    }

    /// <summary>The scores of each learner, in the order given.</summary>
    public ImmutableArray<CrossValidation> Candidates { get; }

    /// <summary>What scored.</summary>
    public Metric Metric => Candidates[0].Metric;

    /// <summary>The learner of the best mean, and of equal ones the first; NaN is worse than any.</summary>
    public CrossValidation Best => Candidates[_best];

    /// <summary>The differences of each learner's scores from the best's, in the order given.</summary>
    public ImmutableArray<ScoreDifference> Differences =>
        [.. Candidates.Select(one => new ScoreDifference(one.Name, new(one.Scores - Best.Scores)))];

    /// <summary>A table: each learner's mean ± spread, and its differences from the best.</summary>
    public override string ToString() => ScoreTable.Of(
        Candidates.Zip(Differences, (one, difference) => (string[])
        [
            one.Name,
            one.Summary.ToString(),
            ReferenceEquals(one, Best) ? "best" : difference.Summary.ToString(),
        ]).Prepend(["learner", Metric.Name, "to the best"]));

    internal static Comparison Of(
        ImmutableArray<Folds> partitions,
        ImmutableArray<ILearner> learners,
        IEnumerable<string>? names,
        Metric? metric)
    {
        string?[] called = names is null ? new string?[learners.Length] : [.. names];
        Guard.SameLength(called.Length, learners.Length, "the list of learners", nameof(names));
        var candidates = ImmutableArray.CreateBuilder<CrossValidation>();
        foreach (var (learner, name) in learners.Zip(called))
        {
            var candidate = CrossValidation.Run(partitions, learner, metric, name);
            metric = candidate.Metric;
            candidates.Add(candidate);
        }

        return new(candidates.ToImmutable());
    }
}
