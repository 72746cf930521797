using System.Globalization;

namespace Descent;

/// <summary>What a gradient check found.</summary>
/// <remarks>Made by <see cref="GradientCheck.Of"/>; <see cref="ToString"/> is for reading.</remarks>
public sealed class GradientReport
{
    private readonly int _suspects;

    internal GradientReport(Vector analytic, Vector numerical, Vector allowed)
    {
        Analytic = analytic;
        Numerical = numerical;
        AllowedError = allowed;

        // Excess is how many times the allowed error a coordinate is off; what is no number is beyond any.
        var excess = Enumerable.Range(0, analytic.Count).Select(Excess).ToArray();
        Worst = Array.IndexOf(excess, excess.Max());
        _suspects = excess.Count(e => e > 1);
    }

    /// <summary>The objective's own gradient.</summary>
    public Vector Analytic { get; }

    /// <summary>The gradient from differences of the loss.</summary>
    public Vector Numerical { get; }

    /// <summary>How far the two may be apart, per coordinate, for the gradient to count as right.</summary>
    public Vector AllowedError { get; }

    /// <summary>The coordinate that is off the most in units of its allowed error.</summary>
    public int Worst { get; }

    /// <summary>Whether every coordinate agrees within its allowed error.</summary>
    public bool IsCorrect => _suspects == 0;

    /// <summary>Whether the check could have found a mistake of 1 % of the greatest entry.</summary>
    /// <remarks>
    /// False at a stationary point, where there is nothing to compare, beside a loss so large that its
    /// rounding drowns the gradient, and where the loss bends within a step: there <see cref="IsCorrect"/>
    /// says only that nothing speaks against the gradient.
    /// </remarks>
    public bool IsConclusive =>
        AllowedError.NormInf <= 0.01 * Math.Max(Analytic.NormInf, Numerical.NormInf);

    /// <summary>
    /// The verdict, the worst coordinate with both values, and what the difference looks like.
    /// </summary>
    public override string ToString()
    {
        var (a, n) = (Analytic[Worst], Numerical[Worst]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {Verdict()}
              worst coordinate  {Worst}
              analytic          {a:G10}
              numerical         {n:G10}
              difference        {a - n:G3} (allowed: {AllowedError[Worst]:G3})
            """) + (IsCorrect ? "" : Hint(a, n, AllowedError[Worst]));
    }

    private string Verdict() => (IsCorrect, IsConclusive) switch
    {
        (false, _) => Guard.Text($"The gradient is WRONG in {_suspects} of {Analytic.Count} coordinates."),
        (true, false) =>
            "Nothing speaks against the gradient, but differences cannot tell here: try another point.",
        _ => Guard.Text($"The gradient is right: all {Analytic.Count} coordinates agree with differences."),
    };

    private double Excess(int j)
    {
        var error = Math.Abs(Analytic[j] - Numerical[j]);
        if (!double.IsFinite(error) || !double.IsFinite(AllowedError[j]))
            return double.PositiveInfinity;
        return error == 0 ? 0 : error / AllowedError[j];
    }

    private static string Hint(double analytic, double numerical, double allowed)
    {
        if (!double.IsFinite(analytic) || !double.IsFinite(numerical) || !double.IsFinite(allowed))
            return "\n  hint              a value is not finite here; check at another point";
        if (analytic == 0)
            return "\n  hint              the analytic value is 0: is a term missing?";

        var ratio = numerical / analytic;
        return Math.Abs(ratio + 1) < 1e-3
            ? "\n  hint              the values differ in sign"
            : string.Create(
                CultureInfo.InvariantCulture, $"\n  hint              numerical / analytic = {ratio:G6}");
    }
}
