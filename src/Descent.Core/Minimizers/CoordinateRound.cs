namespace Descent;

/// <summary>One outer round of <see cref="CoordinateDescent"/> on one risk.</summary>
internal sealed class CoordinateRound
{
    // Where losses cannot tell two points apart, as in line searches.
    private const double Hidden = 16 * MachineEpsilon.Value;
    private const int GreatestHalvings = 30;
    private const double Fraction = 1e-4;

    private readonly EmpiricalRisk _risk;
    private readonly IProximalPenalty? _beside;
    private readonly SplitPenalty _penalty;
    private readonly DualProblem? _dual;

    // f of f (s − y)², or NaN for the logistic loss.
    private readonly double _factor;

    private CoordinateRound(
        EmpiricalRisk risk, IProximalPenalty? beside, SplitPenalty penalty, double factor)
    {
        (_risk, _beside, _penalty, _factor) = (risk, beside, penalty, factor);
        _dual = penalty.FirstFree() < 0 ? DualProblem.Of(risk, beside) : null;
    }

    private bool IsSquared => !double.IsNaN(_factor);

    private int Features => _risk.Data.FeatureCount;

    /// <exception cref="ArgumentException">The loss or the penalty is of another kind.</exception>
    public static CoordinateRound Of(EmpiricalRisk risk, IProximalPenalty? beside) =>
        new(risk, beside, Check(risk, beside), FactorOf(risk));

    /// <summary>Demands a risk and a penalty that can be minimized.</summary>
    /// <exception cref="ArgumentException">The loss or the penalty is of another kind.</exception>
    public static SplitPenalty Check(EmpiricalRisk risk, IProximalPenalty? beside)
    {
        FactorOf(risk);
        return SplitPenalty.Of(risk, beside) ?? throw new ArgumentException(
            $"CoordinateDescent takes a risk with an L2 penalty or none; this has {risk.Penalty}.",
            nameof(risk));
    }

    private static double FactorOf(EmpiricalRisk risk) =>
        risk.Loss.Equals(Loss.Squared) ? 1
        : risk.Loss.Equals(Loss.HalfSquared) ? 0.5
        : risk.Loss.Equals(Loss.Logistic) ? double.NaN
        : throw new ArgumentException(
            $"CoordinateDescent minimizes the losses Squared, HalfSquared and Logistic; this is {risk.Loss}.",
            nameof(risk));

    public State<CoordinateMemory> Start(Vector parameters)
    {
        var evaluation = Evaluate(parameters);
        return new(0, parameters, evaluation, MemoryAt(parameters, evaluation), Evaluations: 1);
    }

    public State<CoordinateMemory> Step(State<CoordinateMemory> state)
    {
        if (state.Optimality is 0)
            return Stalled(state, Stall.Stationary, state.Evaluations);

        var direction = new CoordinateDirection(_risk, _penalty, Curvatures(state)).At(
            state, IsSquared ? Screened(state) : null);
        var slope = SlopeAlong(state, direction);
        if (!(slope < 0))
            return Stalled(state, double.IsNaN(slope) ? Stall.NotFinite : Stall.NoDescent, state.Evaluations);

        var evaluations = state.Evaluations;
        var step = 1.0;
        for (var k = 0; k < GreatestHalvings; k++, step /= 2)
        {
            var parameters = step is 1 ? direction : Between(state.Parameters, direction, step);
            if (parameters == state.Parameters)
                break;
            var evaluation = Evaluate(parameters);
            evaluations++;
            if (!evaluation.IsFinite)
                continue;
            var isLower = evaluation.Loss <= state.Loss + (Fraction * step * slope);
            if (!isLower && !(evaluation.Loss <= state.Loss + (Hidden * Math.Abs(state.Loss))))
                continue;
            var memory = MemoryAt(parameters, evaluation);

            // Where rounding hides the loss, the subgradient must become less.
            if ((isLower && evaluation.Loss < state.Loss - (Hidden * Math.Abs(state.Loss)))
                || memory.Optimality < state.Optimality)
            {
                return new(state.Step + 1, parameters, evaluation, memory, evaluations);
            }

            break;
        }

        return Stalled(state, Stall.NoLowerLoss, evaluations);
    }

    private static State<CoordinateMemory> Stalled(
        State<CoordinateMemory> state, Stall stall, long evaluations) => state with
        {
            Step = state.Step + 1,
            Memory = state.Memory with { Stall = stall },
            Evaluations = evaluations,
        };

    private static Vector Between(Vector from, Vector to, double step) => (to - from).MultiplyAdd(step, from);

    private Evaluation Evaluate(Vector parameters) => _beside is null
        ? _risk.Evaluate(parameters)
        : new Composite(_risk, _beside).Evaluate(parameters);

    /// <summary>The slope of the whole along a direction, at least: g·d + R(w + d) − R(w).</summary>
    private double SlopeAlong(State<CoordinateMemory> state, Vector to)
    {
        var slope = 0.0;
        for (var j = 0; j < to.Count; j++)
        {
            var (from, change) = (state.Parameters[j], to[j] - state.Parameters[j]);
            slope += state.Gradient[j] * change;
            if (j < Features)
            {
                var beside = _penalty.Square[j] - _penalty.Smooth[j];
                slope += (_penalty.Absolute[j] * (Math.Abs(to[j]) - Math.Abs(from)))
                    + (beside * change * (from + (change / 2)));
            }
        }

        return slope;
    }

    /// <summary>√ of ℓ″ times its share, a row each; null where ℓ″ is the same for all.</summary>
    private double[]? Curvatures(State<CoordinateMemory> state)
    {
        if (IsSquared)
            return null;

        var scores = _risk.Scores(state.Parameters);
        var data = _risk.Data;
        var share = 1 / _risk.DivisorOf(data.Count);
        var roots = new double[data.Count];
        for (var i = 0; i < roots.Length; i++)
        {
            var weight = data.IsWeighted ? data.Weights[i] : 1;
            roots[i] = Math.Sqrt(weight * share * _risk.Loss.SecondDerivative(scores[i], data.Targets[i]));
        }

        return roots;
    }

    /// <summary>Which weights are 0 at every minimum: the gap leaves v too near to what it is.</summary>
    private bool[]? Screened(State<CoordinateMemory> state)
    {
        if (_dual is null || !double.IsFinite(state.Memory.Gap))
            return null;

        var v = new double[Features];
        var gap = Certify(state.Parameters, state.Evaluation, v).Gap;

        // −D is at least as curved as 1 / ℓ″ in √(s Σ cᵢ u²).
        var radius = Math.Sqrt(2 * _risk.Loss.CurvatureBound * gap) * (1 + 1e-12);
        var screened = new bool[Features];
        for (var j = 0; j < v.Length; j++)
        {
            var most = Math.Abs(v[j]) + (_dual.Lengths[j] * (radius + (_dual.Rounding * radius)));
            screened[j] = most * (1 + 1e-12) < _penalty.Absolute[j];
        }

        return screened;
    }

    private CoordinateMemory MemoryAt(Vector parameters, Evaluation evaluation) => new(
        _dual is null || !evaluation.IsFinite
            ? new(evaluation.Loss, double.NaN)
            : Certify(parameters, evaluation, new double[Features]),
        OptimalityOf(parameters, evaluation.Gradient));

    private Certificate Certify(Vector parameters, Evaluation evaluation, double[] dual)
    {
        if (!IsSquared)
            return _dual!.At(parameters);

        var beside = _beside?.Value(_risk.WeightsOf(parameters)) ?? 0;
        return _dual!.OfSquared(
            _factor,
            parameters,
            evaluation with { Loss = evaluation.Loss - beside },
            evaluation.Loss,
            dual);
    }

    private double OptimalityOf(Vector parameters, Vector gradient)
    {
        var least = gradient.AsSpan().ToArray();
        for (var j = 0; j < Features; j++)
        {
            var slope = gradient[j] - (_penalty.Smooth[j] * parameters[j]);
            least[j] = _penalty.Violation(j, parameters[j], slope);
        }

        return Vector.Own(least).Norm;
    }
}
