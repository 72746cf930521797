namespace Descent;

/// <summary>A dual point: a slope u for each sample, with Σ cᵢ uᵢ = 0 where there is a bias.</summary>
/// <param name="Values">u.</param>
/// <param name="Size">√(s Σ cᵢ u²), of these or of the losses' own slopes, whichever is greater.</param>
/// <param name="Imbalance">
/// By which share all slopes of one sign have to shrink still to sum to 0, rounding included.
/// </param>
internal sealed record DualSlopes(double[] Values, double Size, double Imbalance)
{
    /// <summary>The losses' slopes, made to sum to 0.</summary>
    public static DualSlopes Of(DualLoss loss, Dataset data, Vector scores, bool bias, double share)
    {
        var values = new double[data.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = loss.Loss.Derivative(scores[i], data.Targets[i]);
        return Of(loss, data, values, bias, share);
    }

    /// <summary>Slopes that each some score has, made to sum to 0 in their place.</summary>
    public static DualSlopes Of(DualLoss loss, Dataset data, double[] values, bool bias, double share)
    {
        var size = SizeOf(data, values, share);
        if (!bias)
            return new(values, size, 0);
        Balance(loss, data, values);
        return new(values, Math.Max(size, SizeOf(data, values, share)), ImbalanceOf(data, values));
    }

    /// <summary>The same with other slopes that sum to 0 but for rounding.</summary>
    public DualSlopes With(Dataset data, double[] values, bool bias, double share) => new(
        values,
        Math.Max(Size, SizeOf(data, values, share)),
        bias ? ImbalanceOf(data, values) : 0);

    /// <summary>s cᵢ uᵢ.</summary>
    public Vector Weighted(Dataset data, double share) => data.IsWeighted
        ? Vector.From(Values.Select((u, i) => share * (data.Weights[i] * u)))
        : Vector.From(Values.Select(u => share * u));

    /// <summary>s Σ cᵢ (ℓ(zᵢ) + ℓ*(uᵢ) − uᵢ zᵢ) at scaled slopes, rounding included.</summary>
    public double Gap(DualLoss loss, Dataset data, Vector scores, double scale, double share)
    {
        var sum = 0.0;
        for (var i = 0; i < Values.Length; i++)
        {
            var (excess, error) = loss.Excess(scores[i], data.Targets[i], scale * Values[i]);
            if (data.IsWeighted && data.Weights[i] is 0)
                continue;
            sum += (data.IsWeighted ? data.Weights[i] : 1) * (excess + error);
        }

        // A plain sum of what is at least 0.
        return share * sum * (1 + (Values.Length * MachineEpsilon.Value));
    }

    /// <summary>
    /// Moves slopes so that Σ cᵢ uᵢ is 0 but for rounding, each towards 0 where it has bounds.
    /// </summary>
    private static void Balance(DualLoss loss, Dataset data, double[] values)
    {
        if (loss.IsUnbounded)
        {
            var (above, below) = Sums(data, values);
            var mean = (above - below) / (data.IsWeighted ? data.Weights.Sum() : data.Count);
            for (var i = 0; i < values.Length; i++)
                values[i] -= mean;
        }

        var (rising, falling) = Sums(data, values);
        var (up, down) = rising > falling ? (falling / rising, 1.0) : (1.0, rising / falling);
        for (var i = 0; i < values.Length; i++)
            values[i] *= values[i] > 0 ? up : values[i] < 0 ? down : 1;
    }

    private static double ImbalanceOf(Dataset data, double[] values)
    {
        var (rising, falling) = Sums(data, values);
        var most = Math.Max(rising, falling);
        return most is 0
            ? 0
            : (Math.Abs(rising - falling) / most) + (8 * MachineEpsilon.Value);
    }

    private static (double Rising, double Falling) Sums(Dataset data, double[] values)
    {
        var (rising, falling) = (default(RunningSum), default(RunningSum));
        for (var i = 0; i < values.Length; i++)
        {
            var term = data.IsWeighted ? data.Weights[i] * values[i] : values[i];
            if (term > 0)
                rising = rising.With(term);
            else
                falling = falling.With(-term);
        }

        return (rising.Value, falling.Value);
    }

    private static double SizeOf(Dataset data, double[] values, double share)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
            sum += (data.IsWeighted ? data.Weights[i] : 1) * values[i] * values[i];
        return Math.Sqrt(share * sum) * (1 + (values.Length * MachineEpsilon.Value));
    }

    /// <summary>A sum that carries what each addition rounds off (Neumaier 1974).</summary>
    private readonly record struct RunningSum(double High, double Low)
    {
        public double Value => High + Low;

        public RunningSum With(double term)
        {
            var sum = HighLow<Lanes128>.Sum(Lanes128.Of(High), Lanes128.Of(term));
            return new(sum.High.Value[0], Low + sum.Low.Value[0]);
        }
    }
}
