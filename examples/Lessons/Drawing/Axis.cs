using System.Globalization;

namespace Lessons;

/// <summary>An axis: its label and its range, linear or by powers of ten.</summary>
/// <param name="Label">What is drawn along it.</param>
/// <param name="Least">Its first value; greater than 0 on a logarithmic axis.</param>
/// <param name="Greatest">Its last value.</param>
/// <param name="Logarithmic">Whether equal lengths are equal ratios.</param>
public sealed record Axis(string Label, double Least, double Greatest, bool Logarithmic = false)
{
    private const double MostTicks = 7;

    /// <summary>Where a value lies: 0 at the least, 1 at the greatest.</summary>
    public double Share(double value) =>
        Logarithmic
            ? Math.Log10(value / Least) / Math.Log10(Greatest / Least)
            : (value - Least) / (Greatest - Least);

    /// <summary>Round values to mark.</summary>
    public IEnumerable<double> Ticks() => Logarithmic ? Powers() : Multiples();

    /// <summary>The text at a tick.</summary>
    public static string Text(double tick) => tick.ToString("G6", CultureInfo.InvariantCulture);

    private IEnumerable<double> Multiples()
    {
        var rough = (Greatest - Least) / MostTicks;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double[] round = [1, 2, 5, 10];
        var step = power * round.First(factor => factor * power >= rough);
        var first = (int)Math.Ceiling((Least / step) - 1e-9);
        var last = (int)Math.Floor((Greatest / step) + 1e-9);
        return Enumerable.Range(first, last - first + 1).Select(k => k * step);
    }

    private IEnumerable<double> Powers()
    {
        double[] digits = Greatest / Least < 1000 ? [1, 2, 5] : [1];
        var first = (int)Math.Floor(Math.Log10(Least));
        var last = (int)Math.Ceiling(Math.Log10(Greatest));
        return
            from exponent in Enumerable.Range(first, last - first + 1)
            from digit in digits
            let tick = digit * Math.Pow(10, exponent)
            where Share(tick) is >= -1e-9 and <= 1 + 1e-9
            select tick;
    }
}
