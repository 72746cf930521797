namespace Descent.Properties;

/// <summary>
/// Data of any size without a pattern that rounding could hide behind: sines at no common period.
/// </summary>
internal static class Waves
{
    /// <summary>Features in (−1, 1), targets 0 and 1.</summary>
    public static Dataset Data(int rows, int features) => new(Features(rows, features), Targets(rows));

    /// <summary>The same with weights in (0, 2), every fifth 0.</summary>
    public static Dataset Weighted(int rows, int features) => new(
        Features(rows, features),
        Targets(rows),
        Vector.From(Enumerable.Range(1, rows).Select(i => i % 5 == 0 ? 0 : 1 + Math.Sin(7.3 * i))));

    public static Vector Parameters(int count) =>
        Vector.From(Enumerable.Range(0, count).Select(j => Math.Sin(2.9 + (1.7 * j))));

    private static Matrix Features(int rows, int features) =>
        Matrix.From(rows, features, (i, j) => Math.Sin(1 + (1.3 * i) + (0.7 * i * j) + (2.1 * j)));

    private static Vector Targets(int rows) =>
        Vector.From(Enumerable.Range(0, rows).Select(i => Math.Sin(3.1 * i) > 0 ? 1.0 : 0.0));
}
