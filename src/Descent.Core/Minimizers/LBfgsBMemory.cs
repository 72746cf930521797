using System.Collections.Immutable;

namespace Descent;

/// <summary>What <see cref="LBfgsB"/> remembers, compared by value.</summary>
/// <param name="Steps">s, the last steps, the oldest first; a default array is read as empty.</param>
/// <param name="Changes">y, how the gradient changed over each of them.</param>
/// <param name="Optimality">‖x − P(x − ∇f(x))‖, 0 exactly where the conditions of a minimum hold.</param>
/// <param name="LowestLoss">The lowest loss of the run.</param>
/// <param name="Best">Of the states whose loss is the lowest but for rounding, the one of the least
/// optimality: where a run ends that is stalled.</param>
/// <param name="BestEvaluation">Loss and gradient there.</param>
/// <param name="BestOptimality">‖x − P(x − ∇f(x))‖ there.</param>
/// <param name="Idle">How many steps in a row have found neither a lower loss nor a better state.</param>
/// <param name="Stall">Why no further step can be taken.</param>
public sealed record LBfgsBMemory(
    ImmutableArray<Vector> Steps,
    ImmutableArray<Vector> Changes,
    double Optimality,
    double LowestLoss,
    Vector Best,
    Evaluation BestEvaluation,
    double BestOptimality,
    long Idle,
    Stall Stall) : IOptimality, IStall
{
    /// <summary>s, the last steps, the oldest first.</summary>
    public ImmutableArray<Vector> Steps { get; init => field = value.IsDefault ? [] : value; } =
        Steps.IsDefault ? [] : Steps;

    /// <summary>y, how the gradient changed over each of them.</summary>
    public ImmutableArray<Vector> Changes { get; init => field = value.IsDefault ? [] : value; } =
        Changes.IsDefault ? [] : Changes;

    /// <summary>Whether both remember equal pairs, numbers and reasons.</summary>
    public bool Equals(LBfgsBMemory? other) =>
        other is not null
        && Steps.SequenceEqual(other.Steps)
        && Changes.SequenceEqual(other.Changes)
        && Optimality.Equals(other.Optimality)
        && LowestLoss.Equals(other.LowestLoss)
        && Best == other.Best
        && BestEvaluation == other.BestEvaluation
        && BestOptimality.Equals(other.BestOptimality)
        && Idle == other.Idle
        && Stall == other.Stall;

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Steps.Aggregate(HashCode.Combine(Optimality, LowestLoss, Best, Idle, Stall), HashCode.Combine);

    /// <summary>How many pairs there are, the optimality and the stall.</summary>
    public override string ToString() =>
        Guard.Text($"LBfgsBMemory({Steps.Length} pairs, optimality {Optimality:G4}, {Stall})");

    /// <summary>θ, the curvature over the last step; before one, a first step is 1 long at most.</summary>
    internal double Scale => Steps.IsEmpty
        ? Math.Max(1, Optimality)
        : Changes[^1].Dot(Changes[^1]) / Steps[^1].Dot(Changes[^1]);

    /// <summary>B⁻¹ v, by the two loops of Nocedal (1980).</summary>
    internal Vector InverseTimes(Vector vector)
    {
        var factors = new double[Steps.Length];
        for (var k = Steps.Length - 1; k >= 0; k--)
        {
            factors[k] = Steps[k].Dot(vector) / Steps[k].Dot(Changes[k]);
            vector = Changes[k].MultiplyAdd(-factors[k], vector);
        }

        vector /= Scale;
        for (var k = 0; k < Steps.Length; k++)
        {
            var back = Changes[k].Dot(vector) / Steps[k].Dot(Changes[k]);
            vector = Steps[k].MultiplyAdd(factors[k] - back, vector);
        }

        return vector;
    }

    /// <summary>What is remembered at the start of a run.</summary>
    internal static LBfgsBMemory At(Vector parameters, Evaluation evaluation, double optimality) => new(
        [], [], optimality, evaluation.Loss, parameters, evaluation, optimality, 0, Stall.None);

    /// <summary>The memory without its pairs.</summary>
    internal LBfgsBMemory WithoutPairs() => this with { Steps = [], Changes = [] };

    /// <summary>The memory with one more pair, and so many at most.</summary>
    internal LBfgsBMemory WithPair(Vector step, Vector change, int length)
    {
        var dropped = Math.Max(0, Steps.Length + 1 - length);
        return this with
        {
            Steps = [.. Steps.Skip(dropped), step],
            Changes = [.. Changes.Skip(dropped), change],
        };
    }

    /// <summary>The memory after a step to other parameters.</summary>
    internal LBfgsBMemory After(Vector parameters, Evaluation evaluation, double optimality)
    {
        var rounding = LineSearch.Rounding * Math.Abs(LowestLoss);
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
