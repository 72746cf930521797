namespace Descent.Properties;

/// <summary>An objective and a start that the contract laws run on.</summary>
/// <param name="Name">What a failure calls it.</param>
/// <param name="Make">Makes the objective anew, equal bit for bit to one made before.</param>
/// <param name="Start">Where the runs begin.</param>
public sealed record ContractObjective(string Name, Func<IObjective> Make, Vector Start)
{
    private static readonly Seed Seed = 7;

    public static IReadOnlyList<ContractObjective> All { get; } =
    [
        new("a quadratic", Quadratic, [3, -4, 0.1]),
        new("a coin", () => new CoinToss(3, 10), [-0.3]),
        new("logistic risk", Logistic, [0.5, -0.25, 0.1]),
        new("shuffled batches", () => new MiniBatches(Logistic(), 6, Seed), [0.5, -0.25, 0.1]),
        new("batches with replacement",
            () => new MiniBatches(Logistic(), 3, Seed, Sampling.WithReplacement), [0.5, -0.25, 0.1]),
        new("single rows", () => new MiniBatches(Line(), 1, Seed, Sampling.Sequential), [0, 0]),
        new("a valley with its Hessian", Valley, [-1.2, 1]),
        new("residuals of a curve", Curve, [0.5, 0.2]),
        new("a line", Line, [0.5, -0.25]),
        new("a median", () => new EmpiricalRisk(Samples.Line(), Loss.Absolute), [0.5, -0.25]),
        new("a margin",
            () => new EmpiricalRisk(Samples.TwoClasses(), Loss.Hinge, new L2(0.1)), [0.5, -0.25, 0.1]),
    ];

    public IObjective Objective { get; } = Make();

    public bool IsStochastic => Objective is IStochasticObjective;

    /// <summary>What the state of a step has seen.</summary>
    public IObjective SeenAt(long step) =>
        Objective is IStochasticObjective stochastic ? stochastic.At(step) : Objective;

    public override string ToString() => Name;

    private static IObjective Quadratic()
    {
        var a = Matrix.FromRows([2, 1, 0], [1, 3, 0.5], [0, 0.5, 7]);
        Vector b = [1, -2, 0.3];
        return Descent.Objective.From(
            3, x => (0.5 * x.Dot(a.Multiply(x))) - b.Dot(x), x => a.Multiply(x) - b);
    }

    /// <summary>A tenth of Rosenbrock's, shallow: its Hessian is indefinite in places.</summary>
    private static ITwiceDifferentiable Valley() => Descent.Objective.From(
        2,
        x => (0.1 * Square(1 - x[0])) + (0.5 * Square(x[1] - (x[0] * x[0]))),
        x =>
        [
            (-0.2 * (1 - x[0])) - (2 * x[0] * (x[1] - (x[0] * x[0]))),
            x[1] - (x[0] * x[0]),
        ],
        x => Matrix.FromRows([0.2 + (6 * x[0] * x[0]) - (2 * x[1]), -2 * x[0]], [-2 * x[0], 1]));

    /// <summary>y = a e^(−b t) at a few times, not fitted exactly.</summary>
    private static IResidualObjective Curve()
    {
        Vector times = [0, 0.5, 1, 2, 4];
        Vector values = [1.1, 0.7, 0.45, 0.3, 0.05];
        return Residuals.From(
            2,
            5,
            x => times.Zip(values, (t, y) => (x[0] * Math.Exp(-x[1] * t)) - y),
            x => Matrix.From(5, 2, (i, j) =>
                Math.Exp(-x[1] * times[i]) * (j == 0 ? 1 : -x[0] * times[i])),
            0.5 * Vector.Ones(5));
    }

    private static double Square(double x) => x * x;

    private static EmpiricalRisk Logistic() => new(Samples.TwoClasses(), Loss.Logistic, new L2(0.1));

    private static EmpiricalRisk Line() => new(Samples.Line(), Loss.HalfSquared);
}
