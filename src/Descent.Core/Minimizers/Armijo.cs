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
        var trials = Trials.On(line);
        if (!LineSearch.CanBegin(line.Origin))
            return new(line.Origin, LineSearch.StallAt(line.Origin), 0);

        for (var step = first; trials.Count < MaxTrials; step = Shortened(trials.Origin, trials.Last))
        {
            trials = trials.At(step);
            if (LineSearch.IsSufficient(trials.Origin, trials.Last, Fraction))
                return trials.Accepted;
            if (trials.IsBlind || trials.Last.Parameters == trials.Origin.Parameters)
                return trials.Failed(Stall.NoLowerLoss);
        }

        return trials.Failed(Stall.TooManyTrials);
    }

    private static double Shortened(LinePoint origin, LinePoint point)
    {
        var step = point.Step;
        if (!point.IsFinite)
            return step / 10;
        var excess = ((point.Loss - origin.Loss) / step) - origin.Slope;
        return Math.Clamp(-origin.Slope * step / (2 * excess), step / 10, step / 2);
    }
}
