using Descent.Linq;

namespace Descent.Models;

/// <summary>The risk of a loss with a kink, minimized by an interior point method.</summary>
internal sealed class KinkedRisk
{
    private const double Tolerance = 1e-9;
    private const double OfScale = 1e-13;
    private const long MostSteps = 1000;

    private readonly EmpiricalRisk _risk;
    private readonly double _lossAtZero;

    /// <param name="risk">The risk, with the penalty in it.</param>
    /// <exception cref="ArgumentException">It has no minimum that can be found so.</exception>
    public KinkedRisk(EmpiricalRisk risk)
    {
        // So that what cannot be minimized is refused before the first state is asked for.
        _lossAtZero = new InteriorPoint().Init(risk, Vector.Zeros(risk.Dimension)).Loss;
        _risk = risk;
    }

    /// <summary>The penalty, if it is one that can be in such a risk.</summary>
    public static IPenalty? Known(IPenalty? penalty, string learner, string name = "Penalty") =>
        penalty is null or L2 ? penalty : throw new ArgumentException(
            $"{name} is {penalty}; {learner} takes Ridge or L2, or none.", name);

    public Training<InteriorPointMemory> Training(Vector? start) =>
        new InteriorPoint().Minimize(_risk, start ?? Vector.Zeros(_risk.Dimension));

    /// <summary>The training, drawn to its end.</summary>
    public Fit<TModel> Fit<TModel>(Vector? start, StopRule? rule, Func<Vector, TModel> modelOf)
        where TModel : class, IModel =>
        Solved.Fit(Training(start), rule ?? Proven, Method, modelOf, state => state.Memory.Certificate);

    private string Method => Guard.Text($"{_risk.Loss} loss{(_risk.Penalty is null ? "" : " + ")}")
        + Guard.Text($"{_risk.Penalty} on {_risk.Data}, by an interior point method");

    /// <summary>A small gap that nothing makes smaller: the samples at the kink are known.</summary>
    /// <remarks>
    /// As a share of the loss, or where that is nearly 0, of a ten-thousandth of the loss of scores of 0.
    /// </remarks>
    private StopRule Proven => StopRule.From(
        "relative duality gap",
        [double.NaN],
        (_, state) => [IsLast(state) ? Share(state) : double.NaN],
        memory => memory[0],
        Tolerance,
        isConvergence: true) | StopRule.Steps(MostSteps);

    private static bool IsLast(IState state) => state.Stall != Stall.None
        || (state is State<InteriorPointMemory> one && one.Memory.IsSettled);

    private double Share(IState state) => state.Optimality is 0 ? 0
        : state.Optimality / Math.Max(state.Loss, OfScale / Tolerance * _lossAtZero);
}
