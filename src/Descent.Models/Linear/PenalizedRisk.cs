using Descent.Linq;

namespace Descent.Models;

/// <summary>f + R of a linear learner: which minimizer it gets, when that stops, what is reported.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Squared loss, no penalty or <see cref="L2"/> with one strength for all: <see cref="ClosedForm"/>,
/// up to <see cref="MostForClosedForm"/> numbers in what is factored, the features and of ridge a row for
/// each weight below them.</item>
/// <item>No penalty or <see cref="L2"/>: <see cref="Newton"/>, up to <see cref="MostForNewton"/>
/// parameters, beyond <see cref="TrustRegionNewton"/>, which takes products with the Hessian: on the digits,
/// 650 parameters, a fifth of the time of <see cref="LBfgs"/>, and to more digits.</item>
/// <item>Any other smooth penalty, of which no Hessian is asked: <see cref="LBfgs"/>.</item>
/// <item><see cref="L1"/> and <see cref="ElasticNet"/>: <see cref="CoordinateDescent"/>, where it knows the
/// loss.</item>
/// <item><see cref="Box"/> and <see cref="NonNegative"/>: <see cref="LBfgsB"/>.</item>
/// <item>Any other proximal map: <see cref="Fista"/>.</item>
/// </list>
/// </remarks>
internal sealed class PenalizedRisk
{
    /// <summary>Up to how many parameters Newton's method is taken: its matrix has their square.</summary>
    public const int MostForNewton = 500;

    /// <summary>Up to how many numbers are factored at once.</summary>
    public const int MostForClosedForm = 1_000_000;

    private readonly Risk _risk;
    private readonly IPenalty? _penalty;

    /// <param name="risk">f, with the penalty in it where that is smooth.</param>
    /// <param name="penalty">R.</param>
    public PenalizedRisk(Risk risk, IPenalty? penalty) => (_risk, _penalty) = (risk, penalty);

    /// <summary>A penalty that a minimizer can be found for.</summary>
    public static IPenalty? Known(IPenalty? penalty, string name = "Penalty") =>
        penalty is null or ISmoothPenalty or IProximalPenalty ? penalty : throw new ArgumentException(
            $"{name} is {penalty}, which has neither a gradient nor a proximal map; implement "
            + "ISmoothPenalty or IProximalPenalty.",
            name);

    /// <summary>The states from a start; from zeros where none is given.</summary>
    public IEnumerable<IState> Training(Vector? start)
    {
        var from = start ?? Vector.Zeros(_risk.Dimension);
        return (_risk, Beside) switch
        {
            (EmpiricalRisk risk, null) when IsClosedForm => new ClosedForm(Strength).Minimize(risk, from),
            (_, null) when IsNewtons => new Newton().Minimize(_risk, from),
            (_, null) when HasHessian => new TrustRegionNewton().Minimize(_risk, from),
            (_, null) => new LBfgs().Minimize(_risk, from),
            (EmpiricalRisk risk, _) when IsCoordinates => new CoordinateDescent(Beside).Minimize(risk, from),
            (_, Box box) => new LBfgsB(box).Minimize(_risk, from),
            (_, NonNegative) => new LBfgsB(new(0, double.PositiveInfinity)).Minimize(_risk, from),
            _ => new Fista(Beside).Minimize(_risk, from),
        };
    }

    /// <summary>The training, drawn to its end.</summary>
    public Fit<TModel> Fit<TModel>(Vector? start, StopRule? rule, Func<Vector, TModel> modelOf)
        where TModel : class, IModel =>
        Solved.Fit(
            Training(start), rule ?? DefaultStop.Of(_risk, Beside), Method, modelOf,
            state => CertificateAt(state.Parameters));

    /// <summary>What the run minimizes, and by which minimizer.</summary>
    private string Method => Guard.Text($"{Objective} on {_risk.Data}, by {Solver}");

    private string Objective
    {
        get
        {
            var loss = _risk is EmpiricalRisk risk ? Guard.Text($"{risk.Loss}") : "Softmax";
            return _penalty is null ? Guard.Text($"{loss} loss") : Guard.Text($"{loss} loss + {_penalty}");
        }
    }

    private string Solver => Beside switch
    {
        null when IsClosedForm => "QR in closed form",
        null when IsNewtons => "Newton's method",
        null when HasHessian => "a trust-region Newton method",
        null => "L-BFGS",
        _ when IsCoordinates => "coordinate descent",
        Box or NonNegative => "L-BFGS-B",
        _ => "FISTA",
    };

    /// <summary>The penalty, where it is not in the risk.</summary>
    private IProximalPenalty? Beside => _penalty is ISmoothPenalty ? null : (IProximalPenalty?)_penalty;

    private double Strength => (_penalty as L2)?.Strength ?? 0;

    private bool IsClosedForm =>
        _risk is EmpiricalRisk one && ReferenceEquals(one.Loss, Loss.HalfSquared)
        && _penalty is null or L2 { Factors: null }
        && FactoredRows * _risk.Data.FeatureCount <= MostForClosedForm;

    private long FactoredRows => _risk.Data.Count + (Strength > 0 ? (long)_risk.Data.FeatureCount : 0);

    private bool HasHessian => _penalty is null or L2;

    private bool IsNewtons => HasHessian && _risk.Dimension <= MostForNewton;

    private bool IsCoordinates =>
        Beside is L1 or ElasticNet && _risk is EmpiricalRisk one
        && (ReferenceEquals(one.Loss, Loss.HalfSquared) || ReferenceEquals(one.Loss, Loss.Logistic));

    private Certificate? CertificateAt(Vector parameters) =>
        _risk is EmpiricalRisk risk && DefaultStop.HasGap(risk, Beside)
            ? DualityGap.At(risk, parameters, Beside)
            : null;
}
