namespace Descent.Properties;

/// <summary>Numbers of mixed size and sign, so that nearly every operation on them rounds.</summary>
internal static class UglyNumbers
{
    /// <summary>From −2¹⁰ to 2¹⁰, the same for the same seed.</summary>
    public static double[] Sequence(int count, int seed) =>
        [.. Enumerable.Range(1, count).Select(i =>
        {
            var bits = Mix(((ulong)(uint)seed << 32) + (uint)i);
            return Math.ScaleB(((bits >> 11) * Math.ScaleB(1, -53)) - 0.5, (int)(bits % 23) - 11);
        })];

    public static Vector Vector(int count, int seed) => Descent.Vector.Of(Sequence(count, seed));

    public static Matrix Matrix(int rows, int columns, int seed)
    {
        var entries = Sequence(rows * columns, seed);
        return Descent.Matrix.From(rows, columns, (i, j) => entries[(i * columns) + j]);
    }

    /// <summary>The output of SplitMix64 at one position (Steele, Lea, Flood 2014).</summary>
    private static ulong Mix(ulong position)
    {
        var z = position * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
