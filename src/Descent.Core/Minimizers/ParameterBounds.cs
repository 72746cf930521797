namespace Descent;

/// <summary>A lower and an upper bound for each parameter, infinite where there is none.</summary>
internal readonly record struct ParameterBounds(Vector Lower, Vector Upper)
{
    /// <summary>A box as bounds on an objective's parameters: on a risk's weights, not its biases.</summary>
    /// <exception cref="ArgumentException">The box has bounds for another number of weights.</exception>
    public static ParameterBounds Of(IObjective objective, Box box)
    {
        var none = Vector.Zeros(objective.Dimension);
        var risk = objective as Risk;
        var weights = risk is null ? none : risk.WeightsOf(none);
        if (box.Lower.Count != 1)
            Guard.SameLength(box.Lower.Count, weights.Count, "the weights", nameof(LBfgsB.Bounds));
        return new(
            Spread(box.Lower, double.NegativeInfinity), Spread(box.Upper, double.PositiveInfinity));

        Vector Spread(Vector bound, double otherwise)
        {
            var all = bound.Count == weights.Count ? bound : weights.Map(_ => bound[0]);
            return risk is null ? all : risk.WithWeights(none.Map(_ => otherwise), all);
        }
    }

    /// <summary>The nearest parameters within the bounds, inside to the bit.</summary>
    public Vector Project(Vector parameters) =>
        parameters.Combine(Lower, default(NotBelow), nameof(parameters))
            .Combine(Upper, default(NotAbove), nameof(parameters));

    /// <summary>x − P(x − g), without the cancellation.</summary>
    public Vector ProjectedGradient(Vector parameters, Vector gradient)
    {
        var result = new double[parameters.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var slope = gradient[i];
            result[i] = slope > 0
                ? Math.Min(slope, parameters[i] - Lower[i])
                : Math.Max(slope, parameters[i] - Upper[i]);
        }

        return Vector.Own(result);
    }

    /// <summary>How far a coordinate may go along a direction, in multiples of it: +∞ for no limit.</summary>
    public double LongestStep(int coordinate, double at, double direction) =>
        direction == 0 ? double.PositiveInfinity
        : ((direction > 0 ? Upper[coordinate] : Lower[coordinate]) - at) / direction;

    /// <summary>The greatest multiple of a direction that stays inside.</summary>
    public double LongestStep(Vector parameters, Vector direction)
    {
        var longest = double.PositiveInfinity;
        for (var i = 0; i < parameters.Count; i++)
            longest = Math.Min(longest, LongestStep(i, parameters[i], direction[i]));
        return longest;
    }

    /// <summary>Whether a value is at neither bound of a coordinate.</summary>
    public bool IsInside(int coordinate, double value) =>
        value > Lower[coordinate] && value < Upper[coordinate];

    /// <summary>The way from one point within the bounds to another, for a step of length 1.</summary>
    /// <remarks>
    /// Where it ends at a bound it aims a few roundings beyond, so that the step, once projected, ends there
    /// and not beside it.
    /// </remarks>
    public Vector Way(Vector from, Vector to)
    {
        var result = new double[from.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var way = to[i] - from[i];
            result[i] = IsInside(i, to[i]) ? way : way * (1 + (4 * MachineEpsilon.Value));
        }

        return Vector.Own(result);
    }
}
