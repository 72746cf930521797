namespace Descent.Models;

/// <summary>When a linear learner stops if it is not told: at a minimum, whatever the units.</summary>
/// <remarks>
/// <para>Where the penalty is smooth, at a relative gradient of 1e-10: <c>max_j |∂f/∂wⱼ| / (s rⱼ)</c>, with
/// <c>rⱼ = √(Σ cᵢ xᵢⱼ² / Σ cᵢ)</c> and <c>s = √(Σ cᵢ ℓ′(0, yᵢ)² / Σ cᵢ)</c>. No entry of the gradient of the
/// loss is above 1 in this measure where all parameters are 0, and it does not change when a feature or, of a
/// squared loss, the target is counted in another unit, while an absolute tolerance means nothing where
/// features range from 1e-3 to 1e3. Newton's methods go on to 1e-12, mostly by one step, unless rounding lets
/// them go no further.</para>
/// <para>Where the distance from the minimum can be proven beside a kink, at a relative duality gap of 1e-10,
/// or, where a weak penalty lets rounding widen the gap, at an optimality of 1e-10 ‖s r‖ that no step
/// betters. Where it cannot, at a relative gradient of 1e-10, of which only that counts which the penalty
/// does not balance: a norm over all entries would not see those of features in small units. Within bounds a
/// step that ends at one is measured in the unit of its feature, too: <c>rⱼ |wⱼ − P(wⱼ − gⱼ / rⱼ²)| / s</c>.
/// In any case after 10 000 steps.</para>
/// <para>A classifier whose loss has no minimum stops as <see cref="Separation"/> says.</para>
/// </remarks>
internal static class DefaultStop
{
    public const double Tolerance = 1e-10;
    public const double NewtonTolerance = 1e-12;
    public const long MostSteps = 10_000;

    public static StopRule Of(Risk risk, IProximalPenalty? beside)
    {
        var (slope, sizes) = UnitsOf(risk);
        var units = slope * sizes;
        var bounds = BoundsOf(risk, beside);
        var separation = Separation.Of(risk, beside);
        var limit = StopRule.Steps(MostSteps);
        return Minimum() | (separation is null ? limit : separation.None(Size) | limit);

        StopRule Minimum()
        {
            if (risk is EmpiricalRisk one && beside is not null && HasGap(one, beside))
            {
                return Where("relative duality gap", state => GapAt(one, beside, state))
                    | Where("no lower loss can be told; relative optimality", state => AtStall(Size, state));
            }

            return beside is not null ? Where("relative optimality", Size)
                : risk.Penalty is null or L2 ? Where("relative gradient", state => LastOf(Size, state))
                : Where("relative gradient", Size);
        }

        double Size(IState state) => (beside, bounds, state) switch
        {
            (null, _, _) => Relative(state.Gradient, units),
            (_, { } box, _) => Relative(Unbalanced(box, state, sizes), units),
            (_, _, State<FistaMemory> fista) => Relative(Unbalanced(new(risk, beside), fista), units),
            _ => Ratio(state.Optimality, units.Norm),
        };

        StopRule Where(string metric, Func<IState, double> measure) =>
            separation?.Minimum(metric, measure) ?? StopRule.From(
                metric, [double.NaN], (_, state) => [measure(state)], memory => memory[0], Tolerance, true);
    }

    /// <summary>Whether something can be proven of the distance from the minimum.</summary>
    public static bool HasGap(EmpiricalRisk risk, IProximalPenalty? beside) =>
        DualLoss.Of(risk.Loss) is not null && SplitPenalty.Of(risk, beside) is { } parts
        && parts.FirstFree() < 0;

    private static double GapAt(EmpiricalRisk risk, IProximalPenalty beside, IState state) =>
        DualityGap.At(risk, state.Parameters, beside).RelativeGap;

    private static double AtStall(Func<IState, double> measure, IState state) =>
        state.Stall == Stall.None ? double.NaN : measure(state);

    private static double LastOf(Func<IState, double> measure, IState state) =>
        measure(state) is var value && value <= NewtonTolerance ? value : AtStall(measure, state);

    private static ParameterBounds? BoundsOf(Risk risk, IProximalPenalty? beside) => beside switch
    {
        Box box => ParameterBounds.Of(risk, box),
        NonNegative => ParameterBounds.Of(risk, new(0, double.PositiveInfinity)),
        _ => null,
    };

    /// <summary>The gradient but for what bounds balance, for steps of 1 / rⱼ².</summary>
    private static Vector Unbalanced(ParameterBounds bounds, IState state, Vector sizes)
    {
        var squares = sizes.Map(size => size * size);
        return bounds.ProjectedGradient(state.Parameters, state.Gradient.Zip(squares, Ratio))
            .Zip(squares, (step, square) => step * square);
    }

    /// <summary>The gradient but for what a penalty balances: a proximal step over its rate.</summary>
    private static Vector Unbalanced(Composite whole, State<FistaMemory> state)
    {
        var (from, rate) = (state.Parameters, state.Memory.Rate);
        return (from - whole.Next(from, state.Gradient, rate)).Map(step => step / rate);
    }

    private static double Relative(Vector gradient, Vector units)
    {
        var greatest = 0.0;
        for (var j = 0; j < units.Count; j++)
            greatest = Math.Max(greatest, Ratio(Math.Abs(gradient[j]), units[j]));
        return greatest;
    }

    // A column of zeros has the unit 0 and, unless a penalty pulls, the slope 0.
    private static double Ratio(double size, double unit) => size is 0 ? 0 : size / unit;

    /// <summary>s, and rⱼ for each parameter, of a bias 1.</summary>
    private static (double Slope, Vector Sizes) UnitsOf(Risk risk)
    {
        var data = risk.Data;
        var total = data.Weights.Sum();
        var slope = risk is EmpiricalRisk { Loss: var loss }
            ? data.Targets.Zip(data.Weights, (y, c) => Math.Sqrt(c / total) * loss.Derivative(0, y)).Norm
            : 1;
        var row = data.Moments(1).Squares.Map(sum => Math.Sqrt(sum / total));
        Vector one = risk.HasBias ? [.. row, 1] : row;
        return (slope, Vector.From(Enumerable.Range(0, risk.Dimension / one.Count).SelectMany(_ => one)));
    }
}
