namespace Descent;

/// <summary>How strongly each weight is penalised, as a multiple of a penalty's strength.</summary>
internal static class PenaltyFactors
{
    /// <summary>Demands that every factor is finite and at least 0.</summary>
    public static Vector? Checked(Vector? factors, string name)
    {
        if (factors is { } entries)
        {
            for (var j = 0; j < entries.Count; j++)
            {
                if (!(double.IsFinite(entries[j]) && entries[j] >= 0))
                    Guard.NonNegative(entries[j], Guard.Text($"{name}[{j}]"));
            }
        }

        return factors;
    }

    /// <summary>The factors of so many weights.</summary>
    public static ReadOnlySpan<double> For(int weights, Vector factors)
    {
        Guard.SameLength(factors.Count, weights, "the list of weights", "Factors");
        return factors.AsSpan();
    }

    /// <summary>Weights moved towards 0, in proportion to their factors.</summary>
    public static void Shrink(
        Span<double> weights, Vector factors, double absolute, double square, double step)
    {
        var shrunk = new ShrunkInProportion(absolute, square, step);
        Kernels.Elementwise(weights, For(weights.Length, factors), weights, shrunk);
    }

    /// <summary>What a penalty's text says of them.</summary>
    public static string Text(Vector? factors) => factors is { } entries ? $", factors {entries}" : "";
}
