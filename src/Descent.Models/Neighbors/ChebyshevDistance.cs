namespace Descent.Models;

/// <summary>max |xⱼ − yⱼ|.</summary>
internal sealed record ChebyshevDistance : Distance
{
    public override string ToString() => nameof(Chebyshev);

    internal override double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int count) =>
        Greatest(x, y);

    /// <summary>The greatest size of a difference.</summary>
    public static double Greatest(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var greatest = 0.0;
        for (var j = 0; j < x.Length; j++)
            greatest = Math.Max(greatest, Math.Abs(x[j] - y[j]));
        return greatest;
    }
}
