using System.Collections.Immutable;

namespace Descent;

/// <summary>What <see cref="LBfgs"/> remembers.</summary>
/// <param name="Pairs">What the last steps told of the second derivatives, the oldest first.</param>
/// <param name="Last">What is known of the last step.</param>
/// <param name="Stall">Why no further step can be taken.</param>
public sealed record LBfgsMemory(ImmutableArray<CurvaturePair> Pairs, LastStep Last, Stall Stall) : IStall
{
    /// <summary>What the last steps told of the second derivatives, the oldest first.</summary>
    public ImmutableArray<CurvaturePair> Pairs { get; init => field = value.IsDefault ? [] : value; } =
        Pairs.IsDefault ? [] : Pairs;

    /// <inheritdoc/>
    public Stall Stall { get; init => field = Guard.Defined(value, nameof(Stall)); } = Guard.Defined(Stall);

    /// <summary>Whether both have equal pairs in equal order, and the rest equal.</summary>
    public bool Equals(LBfgsMemory? other) =>
        other is not null && Stall == other.Stall && Last == other.Last
        && Pairs.AsSpan().SequenceEqual(other.Pairs.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Stall, Last, Pairs.Length, Pairs.IsEmpty ? null : Pairs[^1]);
}

/// <summary>BFGS that remembers the last few steps instead of a matrix: L-BFGS.</summary>
/// <remarks>
/// <para><c>x ← x − t H ∇f(x)</c>, H the matrix that <see cref="Bfgs"/> makes of the last m pairs of steps s
/// and changes of the gradient y from <c>H₀ = (sᵀy / yᵀy) I</c>, never written down (Nocedal 1980; Liu,
/// Nocedal 1989). A pair is kept only where sᵀy is safely positive. t = 1 is tried first, and mostly
/// accepted; without a pair, what <see cref="SteepestDescent"/> tries: with no memory and its search it is
/// that minimizer, bit for bit.</para>
/// <para>With a <see cref="Metric"/> A, <c>H₀ = A⁻¹</c>: the Hessian of a small sample of the rows, or of the
/// same objective at a point nearby, leaves few steps to take.</para>
/// <para>The first choice for a smooth objective with more than a few hundred parameters, and for one whose
/// evaluation is dear. A step costs one evaluation, mostly, and about 4 m passes over the parameters; it
/// remembers 2 m vectors, which states share.</para>
/// <para>Where the direction does not lead down or its search fails, the pairs are forgotten and the step
/// goes against the gradient; the run ends where that fails too (<see cref="IStall"/>).</para>
/// </remarks>
/// <param name="MemoryLength">m, at least 0.</param>
/// <param name="Search">How far to go; <see cref="StrongWolfe"/> where null.</param>
/// <param name="Metric">A, the factor of a positive definite matrix like ∇²f; null for none.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="MemoryLength"/> is negative.</exception>
public sealed record LBfgs(int MemoryLength = 10, ILineSearch? Search = null, Cholesky? Metric = null)
    : IMinimizer<LBfgsMemory>
{
    /// <summary>m, at least 0.</summary>
    public int MemoryLength { get; init => field = Guard.AtLeast(value, 0, nameof(MemoryLength)); } =
        Guard.AtLeast(MemoryLength, 0);

    /// <summary>How far to go.</summary>
    public ILineSearch Search { get; init => field = Guard.NotNull(value, nameof(Search)); } =
        Search ?? new StrongWolfe();

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    public State<LBfgsMemory> Init(IObjective objective, Vector parameters) =>
        Descending.Start(objective, parameters, _ => new LBfgsMemory([], default, Stall.None));

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The metric has not the dimension of the parameters.</exception>
    public State<LBfgsMemory> Step(IObjective objective, State<LBfgsMemory> state)
    {
        Guard.NotNull(objective);
        var memory = Guard.NotNull(state).Memory;
        if (Metric is { } metric)
            Guard.SameLength(metric.Dimension, state.Parameters.Count, "the parameters", nameof(Metric));

        var direction = memory.Pairs.IsEmpty && Metric is null
            ? default(Vector?)
            : Direction(state.Gradient, memory.Pairs.AsSpan());
        var step = Descending.From(Search, objective, state, memory.Last, direction, first: 1);
        return step.After(state, new LBfgsMemory(PairsAfter(state, step), step.Last, step.Stall));
    }

    private ImmutableArray<CurvaturePair> PairsAfter(State<LBfgsMemory> state, Descending step)
    {
        var kept = step.IsReset ? [] : state.Memory.Pairs;
        if (MemoryLength == 0)
            return [];
        if (step.Stall != Stall.None)
            return kept;
        return CurvaturePair.Between(state, step.Point) is { } pair
            ? [.. kept[Math.Max(0, kept.Length + 1 - MemoryLength)..], pair]
            : kept;
    }

    /// <summary>−H g by the two loops.</summary>
    private Vector Direction(Vector gradient, ReadOnlySpan<CurvaturePair> pairs)
    {
        var q = (-gradient).AsSpan().ToArray();
        var shares = new double[pairs.Length];
        for (var i = pairs.Length - 1; i >= 0; i--)
        {
            var (s, y, curvature) = pairs[i];
            shares[i] = Kernels.Dot(s.AsSpan(), q) / curvature;
            Kernels.Elementwise(y.AsSpan(), q, q, new ScaledSum(-shares[i]));
        }

        q = Metric is { } metric ? metric.Solve(Vector.Own(q)).AsSpan().ToArray() : q;
        if (Metric is null)
            Kernels.Elementwise(q, q, q, new Scaled(pairs[^1].Scale));
        for (var i = 0; i < pairs.Length; i++)
        {
            var (s, y, curvature) = pairs[i];
            var share = shares[i] - (Kernels.Dot(y.AsSpan(), q) / curvature);
            Kernels.Elementwise(s.AsSpan(), q, q, new ScaledSum(share));
        }

        return Vector.Own(q);
    }
}
