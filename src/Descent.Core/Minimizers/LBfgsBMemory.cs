using System.Collections.Immutable;

namespace Descent;

/// <summary>What <see cref="LBfgsB"/> remembers, compared by value.</summary>
/// <param name="Pairs">What the last steps told of the second derivatives, the oldest first; a default array
/// is read as empty.</param>
/// <param name="Optimality">‖x − P(x − ∇f(x))‖, 0 exactly where the conditions of a minimum hold.</param>
/// <param name="LowestLoss">The lowest loss of the run.</param>
/// <param name="Best">Of the states whose loss is the lowest but for rounding, the one of the least
/// optimality: where a run ends that is stalled.</param>
/// <param name="BestEvaluation">Loss and gradient there.</param>
/// <param name="BestOptimality">‖x − P(x − ∇f(x))‖ there.</param>
/// <param name="Idle">How many steps in a row have found neither a lower loss nor a better state.</param>
/// <param name="Stall">Why no further step can be taken.</param>
public sealed record LBfgsBMemory(
    ImmutableArray<CurvaturePair> Pairs,
    double Optimality,
    double LowestLoss,
    Vector Best,
    Evaluation BestEvaluation,
    double BestOptimality,
    long Idle,
    Stall Stall) : IOptimality, IStall
{
    /// <summary>What the last steps told of the second derivatives, the oldest first.</summary>
    public ImmutableArray<CurvaturePair> Pairs { get; init => field = value.IsDefault ? [] : value; } =
        Pairs.IsDefault ? [] : Pairs;

    /// <inheritdoc/>
    public Stall Stall { get; init => field = Guard.Defined(value, nameof(Stall)); } = Guard.Defined(Stall);

    /// <summary>Whether both remember equal pairs, numbers and reasons.</summary>
    public bool Equals(LBfgsBMemory? other) =>
        other is not null
        && Pairs.SequenceEqual(other.Pairs)
        && Optimality.Equals(other.Optimality)
        && LowestLoss.Equals(other.LowestLoss)
        && Best == other.Best
        && BestEvaluation == other.BestEvaluation
        && BestOptimality.Equals(other.BestOptimality)
        && Idle == other.Idle
        && Stall == other.Stall;

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Pairs.Aggregate(HashCode.Combine(Optimality, LowestLoss, Best, Idle, Stall), HashCode.Combine);

    /// <summary>How many pairs there are, the optimality and the stall.</summary>
    public override string ToString() =>
        Guard.Text($"LBfgsBMemory({Pairs.Length} pairs, optimality {Optimality:G4}, {Stall})");

    /// <summary>θ, the curvature over the last step; there is a pair.</summary>
    internal double Scale => 1 / Pairs[^1].Scale;

    /// <summary>B⁻¹ v, by the two loops of Nocedal (1980).</summary>
    internal Vector InverseTimes(Vector vector)
    {
        var shares = new double[Pairs.Length];
        for (var k = Pairs.Length - 1; k >= 0; k--)
        {
            shares[k] = Pairs[k].Step.Dot(vector) / Pairs[k].Curvature;
            vector = Pairs[k].Change.MultiplyAdd(-shares[k], vector);
        }

        vector /= Scale;
        for (var k = 0; k < Pairs.Length; k++)
        {
            var share = shares[k] - (Pairs[k].Change.Dot(vector) / Pairs[k].Curvature);
            vector = Pairs[k].Step.MultiplyAdd(share, vector);
        }

        return vector;
    }

    /// <summary>What is remembered at the start of a run.</summary>
    internal static LBfgsBMemory At(Vector parameters, Evaluation evaluation, double optimality) => new(
        [], optimality, evaluation.Loss, parameters, evaluation, optimality, 0, Stall.None);

    /// <summary>The memory without its pairs.</summary>
    internal LBfgsBMemory WithoutPairs() => this with { Pairs = [] };

    /// <summary>The memory with one more pair, if there is one, and so many at most.</summary>
    internal LBfgsBMemory With(CurvaturePair? pair, int length) =>
        length == 0 ? WithoutPairs()
        : pair is null ? this
        : this with { Pairs = [.. Pairs[Math.Max(0, Pairs.Length + 1 - length)..], pair] };

    /// <summary>The memory after a step to other parameters.</summary>
    internal LBfgsBMemory After(Vector parameters, Evaluation evaluation, double optimality)
    {
        var rounding = LineSearch.Hidden(LowestLoss);
        var isBetter = evaluation.Loss < BestEvaluation.Loss - rounding
            || (evaluation.Loss <= LowestLoss + rounding && optimality < BestOptimality);
        var next = this with
        {
            Optimality = optimality,
            LowestLoss = Math.Min(LowestLoss, evaluation.Loss),
            Idle = isBetter || evaluation.Loss < LowestLoss ? 0 : Idle + 1,
        };
        return isBetter
            ? next with { Best = parameters, BestEvaluation = evaluation, BestOptimality = optimality }
            : next;
    }
}
