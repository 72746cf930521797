namespace Descent.Models;

/// <summary>What takes the place of a number that is missing.</summary>
/// <remarks>
/// Row weights count: weight 2 is the row twice. <see cref="Mean"/> and <see cref="Median"/> are for
/// quantities, <see cref="MostFrequent"/> also for what is counted or named; <see cref="Constant"/> alone
/// learns nothing.
/// </remarks>
public sealed record Imputation
{
    private readonly Kind _kind;
    private readonly double _constant;

    private Imputation(Kind kind, double constant = 0) => (_kind, _constant) = (kind, constant);

    /// <summary>The mean of those that are there: <c>Σ cᵢ xᵢ / Σ cᵢ</c>.</summary>
    public static Imputation Mean { get; } = new(Kind.Mean);

    /// <summary>
    /// The median of those that are there; between two that each halve them, the middle of both.
    /// </summary>
    public static Imputation Median { get; } = new(Kind.Median);

    /// <summary>The number that is there most often, and of equally frequent ones the least.</summary>
    public static Imputation MostFrequent { get; } = new(Kind.MostFrequent);

    /// <summary>Always the same number.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
    public static Imputation Constant(double value) => new(Kind.Constant, Guard.Finite(value));

    /// <summary>What it is called in a report.</summary>
    public override string ToString() => _kind switch
    {
        Kind.Mean => "the mean",
        Kind.Median => "the median",
        Kind.MostFrequent => "the most frequent",
        _ => Guard.Text($"{_constant}"),
    };

    /// <summary>
    /// The number for these values and weights; NaN where nothing with a weight is there to learn from.
    /// </summary>
    internal double Of(Vector values, Vector weights) => _kind switch
    {
        Kind.Constant => _constant,
        Kind.Mean => MeanOf(values, weights),
        Kind.Median => MedianOf(Runs(values, weights)),
        _ => Runs(values, weights) is [_, ..] runs ? runs.MaxBy(run => run.Weight).Value : double.NaN,
    };

    private static double MeanOf(Vector values, Vector weights)
    {
        var mean = values.Dot(weights) / weights.Sum();
        return values.Count == 0 ? double.NaN : mean;
    }

    private static double MedianOf((double Value, double Weight)[] runs)
    {
        if (runs.Length == 0)
            return double.NaN;

        // Weight that lies before a value, and behind it: both at most half at a median.
        var whole = Vector.From(runs.Select(run => run.Weight)).Sum();
        var before = 0.0;
        for (var k = 0; k < runs.Length - 1; k++)
        {
            before += runs[k].Weight;
            if (2 * before == whole)
                return (runs[k].Value / 2) + (runs[k + 1].Value / 2);
            if (2 * before > whole)
                return runs[k].Value;
        }

        return runs[^1].Value;
    }

    /// <summary>The different values in increasing order, each with its weight.</summary>
    private static (double Value, double Weight)[] Runs(Vector values, Vector weights) =>
    [
        .. from pair in values.Zip(weights).Where(pair => pair.Second > 0)
           group pair.Second by pair.First + 0.0 into run
           orderby run.Key
           select (run.Key, Vector.From(run).Sum()),
    ];

    private enum Kind
    {
        Mean,
        Median,
        MostFrequent,
        Constant,
    }
}
