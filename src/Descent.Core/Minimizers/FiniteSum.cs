namespace Descent;

/// <summary>A risk as a sum over its rows, and a penalty with a proximal map.</summary>
internal readonly record struct FiniteSum(EmpiricalRisk Risk, IProximalPenalty? Penalty)
{
    /// <summary>f + R.</summary>
    public Composite Whole => new(Risk, Penalty ?? new L1(0));

    /// <summary>A share of 1 / L, L the greatest curvature of a row; the share where nothing bends.</summary>
    /// <exception cref="InvalidOperationException">Loss or penalty have no curvature bound.</exception>
    public double SafeRate(double share) =>
        RiskCurvature.OfAnyRow(Risk) is var greatest and > 0 ? share / greatest : share;

    /// <summary>The gradient of the data's loss that a table of slopes tells.</summary>
    public Vector Average(ReadOnlyMemory<double> table)
    {
        var total = new SlopeSum(Risk.Data, table).Total(Risk.MaxDegreeOfParallelism);
        var average = new double[Risk.Dimension];
        var (features, divisor) = (Risk.Data.FeatureCount, Risk.DivisorOf(Risk.Data.Count));
        RiskTotal.Divide(total.AsSpan(0, features), divisor, average.AsSpan(0, features));
        if (Risk.HasBias)
            average[features] = RiskTotal.Slope(total) / divisor;
        return Vector.Own(average);
    }

    /// <summary>The gradient of the data's loss, from that of f.</summary>
    public Vector WithoutPenalty(Vector parameters, Vector gradient)
    {
        if (Risk.Penalty is null)
            return gradient;

        var data = gradient.AsSpan().ToArray();
        var features = Risk.Data.FeatureCount;
        Risk.AddPenaltyOf(parameters.AsSpan()[..features], -1, data.AsSpan(0, features));
        return Vector.Own(data);
    }

    /// <summary>Where so many steps along single rows lead.</summary>
    /// <param name="from">Where they begin.</param>
    /// <param name="average">The gradient of the data's loss that the table tells.</param>
    /// <param name="table">A slope for each row; changed where it learns.</param>
    /// <param name="learns">Whether the table takes the slopes that are seen.</param>
    /// <param name="rate">η.</param>
    /// <param name="draws">Row k is integer k of this seed.</param>
    /// <param name="passes">How many times the number of rows is drawn.</param>
    public Vector Walk(
        Vector from, Vector average, double[] table, bool learns, double rate, Seed draws, int passes)
    {
        var (count, features) = (Risk.Data.Count, Risk.Data.FeatureCount);
        var samples = new int[checked(passes * count)];
        for (var k = 0; k < samples.Length; k++)
            samples[k] = draws.Integer(k, count);

        var stride = Risk.Data.Features.Store.Stride;
        var room = new double[(3 * stride) + Lanes.Count - 1].AsSpan();
        room = room[Lanes.Misalignment(room)..];
        from.AsSpan()[..features].CopyTo(room);
        average.AsSpan()[..features].CopyTo(room[stride..]);
        double[] bias = Risk.HasBias ? [from[^1], average[^1]] : [];
        var walk = new ReducedWalk
        {
            Risk = Risk,
            Penalty = Penalty,
            Rate = rate,
            Samples = samples,
            Weights = room[..stride],
            Bias = bias,
            Average = room.Slice(stride, stride),
            Table = table,
            Learns = learns,
            Room = room.Slice(2 * stride, stride),
        };
        Risk.Follow(RowSet.Of(samples), in walk);
        return [.. walk.Weights[..features], .. bias.AsSpan(0, Risk.HasBias ? 1 : 0)];
    }
}
