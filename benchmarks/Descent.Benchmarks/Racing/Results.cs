namespace Descent.Benchmarks;

/// <summary>The laps of a race.</summary>
/// <param name="contenders">Who ran.</param>
/// <param name="count">How many evaluations, steps or epochs a lap had.</param>
internal sealed class Results(IReadOnlyList<Contender> contenders, int count)
{
    private readonly Dictionary<string, List<Lap>> _laps =
        contenders.ToDictionary(contender => contender.Name, _ => new List<Lap>());

    /// <summary>Who ran, in order.</summary>
    public IReadOnlyList<Contender> Contenders { get; } = contenders;

    /// <summary>How many evaluations, steps or epochs a lap had.</summary>
    public int Count { get; } = count;

    /// <summary>Notes a lap.</summary>
    public void Add(Contender contender, Lap lap) => _laps[contender.Name].Add(lap);

    /// <summary>Whether a contender of this name ran.</summary>
    public bool Has(string name) => _laps.ContainsKey(name);

    /// <summary>The loss of a contender's last lap.</summary>
    public double? Loss(Contender contender) => _laps[contender.Name][^1].Loss;

    /// <summary>The median time of a contender in milliseconds.</summary>
    public double Milliseconds(string name) => Median(_laps[name].Select(lap => lap.Milliseconds));

    /// <summary>The median of what a contender allocated in one evaluation, step or epoch.</summary>
    public double? BytesPerCount(string name) =>
        _laps[name].All(lap => lap.Bytes is not null)
            ? Median(_laps[name].Select(lap => (double)lap.Bytes!.Value / Count))
            : null;

    /// <summary>The time of one contender over another's, in each repetition.</summary>
    /// <remarks>A noisy machine slows both in a repetition, so ratios are taken before the median.</remarks>
    public double[] Ratios(string of, string to) =>
        [.. _laps[of].Zip(_laps[to], (a, b) => a.Milliseconds / b.Milliseconds).Order()];

    /// <summary>The median over the repetitions of the time of one contender over another's.</summary>
    public double Ratio(string of, string to) => Median(Ratios(of, to));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
