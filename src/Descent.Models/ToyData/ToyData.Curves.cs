namespace Descent.Models;

// Numbers to predict from one feature.
public static partial class ToyData
{
    /// <summary>Points about a line.</summary>
    /// <remarks><c>x = 2t − 1</c>, <c>y = slope · x + intercept + noise · ε</c>.</remarks>
    /// <param name="count">How many rows, at least 1.</param>
    /// <param name="slope">By how much y grows with x.</param>
    /// <param name="intercept">y at x = 0.</param>
    /// <param name="noise">The standard deviation of y about the line, at least 0.</param>
    /// <param name="seed">The same seed gives the same rows, on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    public static Dataset NoisyLine(
        int count, double slope = 2, double intercept = 1, double noise = 0.3, Seed seed = default)
    {
        Guard.Finite(slope);
        Guard.Finite(intercept);
        return Curve(count, noise, seed, t => (2 * t) - 1, x => Math.FusedMultiplyAdd(slope, x, intercept));
    }

    /// <summary>Points about a sine.</summary>
    /// <remarks>
    /// <c>x = t</c>, <c>y = sin(2π · periods · x) + noise · ε</c>: the picture of polynomials that fit too
    /// little and too much (Bishop 2006, §1.1).
    /// </remarks>
    /// <param name="count">How many rows, at least 1.</param>
    /// <param name="noise">The standard deviation of y about the sine, at least 0.</param>
    /// <param name="periods">How many periods there are from 0 to 1, greater than 0.</param>
    /// <param name="seed">The same seed gives the same rows, on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    public static Dataset NoisySine(
        int count, double noise = 0.3, double periods = 1, Seed seed = default)
    {
        Guard.Positive(periods);
        return Curve(count, noise, seed, t => t, x => SinPi(2 * periods * x));
    }
}
