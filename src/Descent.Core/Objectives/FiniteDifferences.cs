namespace Descent;

/// <summary>Derivatives from values alone, by central differences.</summary>
/// <remarks>
/// <c>f′(x) ≈ (f(x + h) − f(x − h)) / 2h</c> with <c>h = ∛ε · max(1, |x|)</c>, ε = 2⁻⁵² the machine epsilon:
/// the step that balances the truncation error, of order h², against the rounding error, of order ε / h
/// (Gill, Murray, Wright 1981). The error is about 10⁻¹⁰ relative for functions of moderate scale. The
/// difference is divided by the distance of the two points as doubles, not by 2h.
/// </remarks>
public static class FiniteDifferences
{
    /// <summary>f′(x) of a function of one variable.</summary>
    /// <param name="function">f.</param>
    /// <param name="x">Where, finite.</param>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> is not finite.</exception>
    public static double Derivative(Func<double, double> function, double x) =>
        Central(Guard.NotNull(function), Guard.Finite(x), MachineEpsilon.CubeRoot);

    /// <summary>∇f(x) of a function of many variables, with two evaluations per variable.</summary>
    /// <param name="function">f.</param>
    /// <param name="at">Where, every entry finite.</param>
    /// <returns>One entry per variable.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is null.</exception>
    /// <exception cref="ArgumentException">An entry of <paramref name="at"/> is not finite.</exception>
    public static Vector Gradient(Func<Vector, double> function, Vector at)
    {
        Guard.NotNull(function);
        Guard.AllFinite(at.AsSpan(), nameof(at));
        return Gradient(function, at, MachineEpsilon.CubeRoot);
    }

    /// <summary>∇f(x) of an objective, from its losses alone.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="at">Where, every entry finite.</param>
    /// <returns>One entry per parameter.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// An entry of <paramref name="at"/> is not finite, or its length is not the dimension.
    /// </exception>
    public static Vector Gradient(IObjective objective, Vector at)
    {
        Guard.SameLength(at.Count, Guard.NotNull(objective).Dimension, "the objective", nameof(at));
        return Gradient(x => objective.Evaluate(x).Loss, at);
    }

    /// <summary>∇f(x) with steps of <paramref name="relativeStep"/> · max(1, |x|).</summary>
    internal static Vector Gradient(Func<Vector, double> function, Vector at, double relativeStep) =>
        Vector.From(Enumerable.Range(0, at.Count)
            .Select(j => Central(x => function(Replace(at, j, x)), at[j], relativeStep)));

    private static double Central(Func<double, double> function, double x, double relativeStep)
    {
        var h = relativeStep * Math.Max(1, Math.Abs(x));
        var (right, left) = (x + h, x - h);
        return (function(right) - function(left)) / (right - left);
    }

    /// <summary>The vector with another entry at one index.</summary>
    internal static Vector Replace(Vector vector, int index, double value)
    {
        var entries = vector.AsSpan().ToArray();
        entries[index] = value;
        return Vector.Own(entries);
    }
}
