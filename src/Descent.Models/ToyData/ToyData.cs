namespace Descent.Models;

/// <summary>Small made data sets, on which methods show what they can do and what they cannot.</summary>
/// <remarks>
/// <para>Row i is a pure function of the seed and i: equal arguments give equal bits on every machine, and
/// the first rows of a longer set are those of a shorter one. The noise is a standard normal number times its
/// <c>noise</c>, one for each coordinate; without noise, rows lie on the curve that the formula says.</para>
/// <para>Row i of K classes is of class i mod K. So in any run of rows each class is there as often as any
/// other, or once more; rows are not sorted by class, and neighbours are strangers.</para>
/// <para>Written below: t and s are uniform in [0, 1), ε and δ standard normal, all drawn anew for each row.
/// </para>
/// </remarks>
public static partial class ToyData
{
    private static readonly string[] Plane = ["x1", "x2"];

    /// <summary>The sine of π·x.</summary>
    private static double SinPi(double x) => Elementary.CosPi(x - 0.5);

    /// <summary>Points of a plane in classes, each moved by noise.</summary>
    private static Dataset Classes(
        int count, int classes, double noise, Seed seed, Func<int, double, (double X, double Y)> place)
    {
        Guard.AtLeast(count, 1);
        Guard.NonNegative(noise);
        var rows = Enumerable.Range(0, count).Select(i =>
        {
            var (x, y) = place(i, seed.Uniform(i));
            return (double[])
            [
                Math.FusedMultiplyAdd(noise, seed.Normal(2L * i), x),
                Math.FusedMultiplyAdd(noise, seed.Normal((2L * i) + 1), y),
            ];
        });
        return new(
            Matrix.FromRows(rows),
            Vector.From(Enumerable.Range(0, count).Select(i => (double)(i % classes))),
            names: Plane);
    }

    /// <summary>A function of one number in [0, 1), each value moved by noise.</summary>
    private static Dataset Curve(
        int count, double noise, Seed seed, Func<double, double> x, Func<double, double> y)
    {
        Guard.AtLeast(count, 1);
        Guard.NonNegative(noise);
        double[] places = [.. Enumerable.Range(0, count).Select(i => x(seed.Uniform(i)))];
        return new(
            Matrix.From(count, 1, (i, _) => places[i]),
            Vector.From(places.Select((place, i) =>
                Math.FusedMultiplyAdd(noise, seed.Normal(i), y(place)))),
            names: ["x"]);
    }
}
