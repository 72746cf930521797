namespace Descent;

/// <summary>Backtracking: shorten the step until the loss falls enough.</summary>
/// <remarks>
/// <para>Accepts t with <c>φ(t) ≤ φ(0) + c t φ′(0)</c> (Armijo 1966). After a trial that fails, t is the
/// minimizer of the parabola through φ(0), φ′(0) and φ(t), kept within [t / 10, t / 2]; after one that is
/// not finite, t / 10 (Dennis, Schnabel 1983, §6.3).</para>
/// <para>Where a step would change the loss by less than rounding hides, |φ(t) − φ(0)| ≤ ε |φ(0)| with ε =
/// 2⁻⁴⁸, the slope decides: <c>φ′(t) ≤ (2c − 1) φ′(0)</c>, which for a parabola is the same (Hager, Zhang
/// 2005).</para>
/// <para>It never lengthens a step, and asks nothing of the slope at its end: BFGS, which needs that, wants
/// a Wolfe search.</para>
/// </remarks>
/// <param name="Fraction">c, in (0, ½); 10⁻⁴ asks for little more than descent.</param>
/// <param name="MaxTrials">How many steps are tried at most, at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is not in its range.</exception>
public sealed record Armijo(double Fraction = 1e-4, int MaxTrials = 60) : ILineSearch
{
    /// <summary>c, in (0, ½).</summary>
    public double Fraction { get; init => field = Guard.Between(value, 0, 0.5, nameof(Fraction)); } =
        Guard.Between(Fraction, 0, 0.5);

    /// <summary>How many steps are tried at most, at least 1.</summary>
    public int MaxTrials { get; init => field = Guard.AtLeast(value, 1, nameof(MaxTrials)); } =
        Guard.AtLeast(MaxTrials, 1);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A step is not in its range.</exception>
    public LineSearchResult Search(Line line, double first, double longest = double.PositiveInfinity)
    {
        LineSearch.Check(line, first, longest);
        var origin = line.Origin;
        if (!(origin.Slope < 0))
            return new(origin, LineSearch.StallAt(origin), 0);

        var (best, step, isAnyFinite) = (origin, first, false);
        for (var trials = 1; trials <= MaxTrials; trials++)
        {
            var point = line.At(step);
            if (LineSearch.IsSufficient(origin, point, Fraction))
                return new(point, Stall.None, trials);
            if (point.Parameters == origin.Parameters)
                return new(best, isAnyFinite ? Stall.NoLowerLoss : Stall.NotFinite, trials);

            isAnyFinite |= point.IsFinite;
            best = LineSearch.Lower(best, point);
            step = point.IsFinite ? Shortened(origin, point) : step / 10;
        }

        return new(best, isAnyFinite ? Stall.TooManyTrials : Stall.NotFinite, MaxTrials);
    }

    private static double Shortened(LinePoint origin, LinePoint point)
    {
        var step = point.Step;
        var excess = (point.Loss - origin.Loss) / step - origin.Slope;
        return Math.Clamp(-origin.Slope * step / (2 * excess), step / 10, step / 2);
    }
}
