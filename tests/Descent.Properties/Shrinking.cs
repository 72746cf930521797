namespace Descent.Properties;

/// <summary>Simpler values to try in place of a counterexample, the simplest first.</summary>
/// <remarks>
/// Every candidate is strictly simpler: nearer to the goal, on a coarser grid, shorter, or positive instead
/// of negative. A simpler value never leads back, so shrinking ends.
/// </remarks>
public static class Shrinking
{
    /// <summary>Goes to 0, to positive numbers, to integers, then to few decimals.</summary>
    public static IEnumerable<double> TowardZero(double x)
    {
        var whole = Math.Truncate(x);
        // As in a binary search: half of the way first, one unit (or one bit) last.
        var nearer = Enumerable.Range(1, 53).Select(k => whole - Math.Truncate(Math.ScaleB(whole, -k)));
        return new[] { 0, Math.Abs(x), whole }.Concat(nearer).Append(Cut(x, 10)).Append(Cut(x, 1000))
            .Select(y => y + 0.0) // -0 becomes 0
            .Where(y => IsSimpler(y, x))
            .Distinct();
    }

    /// <summary>Goes to 1; above it to integers and few decimals, below it to powers of ten.</summary>
    public static IEnumerable<double> TowardOne(double x) => x > 1
        ? TowardZero(x).Where(y => y >= 1).Prepend(1).Distinct()
        : new[] { 1, 0.1, 0.01 }.Where(y => y > x);

    /// <summary>Goes to 0, 1 or 0.5, then to few decimals.</summary>
    public static IEnumerable<double> InUnitInterval(double x) => x switch
    {
        0 => [],
        1 => [0],
        0.5 => [0, 1],
        _ => new[] { 0, 1, 0.5, Cut(x, 10), Cut(x, 1000) }.Where(y => y is 0 or 1 or 0.5 || y < x).Distinct(),
    };

    /// <summary>Removes the same entries from all columns, then shrinks one entry of one column.</summary>
    public static IEnumerable<double[][]> Columns(double[][] columns)
    {
        var length = columns[0].Length;
        var halves = length < 4 ? [] : new[] { Keep(columns, ..(length / 2)), Keep(columns, (length / 2)..) };
        var shorter = length < 2
            ? []
            : Enumerable.Range(0, length).Select(i => Map(columns, c => [.. c[..i], .. c[(i + 1)..]]));
        var simpler =
            from c in Enumerable.Range(0, columns.Length)
            from i in Enumerable.Range(0, length)
            from entry in TowardZero(columns[c][i])
            select Replace(columns, c, i, entry);
        return halves.Concat(shorter).Concat(simpler);
    }

    private static bool IsSimpler(double y, double x) =>
        Math.Abs(y) < Math.Abs(x)
        || (Math.Abs(y) == Math.Abs(x) && double.IsNegative(x) && !double.IsNegative(y));

    private static double Cut(double x, double grid) =>
        double.IsInteger(x) ? x : Math.Truncate(x * grid) / grid;

    private static double[][] Keep(double[][] columns, Range rows) => Map(columns, c => c[rows]);

    private static double[][] Map(double[][] columns, Func<double[], double[]> change) =>
        [.. columns.Select(change)];

    private static double[][] Replace(double[][] columns, int column, int row, double entry)
    {
        var copy = Map(columns, c => [.. c]);
        copy[column][row] = entry;
        return copy;
    }
}
