using System.Reflection;
using Xunit;

namespace Descent.Properties;

/// <summary>Every public member refuses null and numbers that are none, at the call and by name.</summary>
public sealed class ArgumentSweepTests
{
    private static readonly double[] NoNumbers =
        [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    // A numerical outcome is a value, not an exception: an evaluation may hold what the function gave. So may
    // a matrix; a dataset asks for finite entries. A bound may be infinite.
    private static readonly string[] Outcomes =
    [
        "Evaluation.Loss", "ProximalMemory.Optimality", "MatrixEntry.Value",
        "Judgement.Value", "StopCondition.Value", "StopCondition.Threshold",
        "Watched`1.Value", "Watched`1.BestValue", "Solution`1.BestValue", "Divergence`2.Distance",
        "Box.lower", "Box.upper",
        "LinePoint.Step", "LinePoint.Slope",
        "ProximalSearchMemory.Rate", "ProximalSearchMemory.Optimality",
        "FistaMemory.Pace", "FistaMemory.Rate", "FistaMemory.Optimality",
        "ProjectedGradientMemory.Rate", "ProjectedGradientMemory.Reference",
        "ProjectedGradientMemory.Mass", "ProjectedGradientMemory.Optimality",
        "SagaMemory.Rate", "SagaMemory.Optimality", "SvrgMemory.Rate", "SvrgMemory.Optimality",
        "LBfgsBMemory.Optimality", "LBfgsBMemory.LowestLoss", "LBfgsBMemory.BestOptimality",
        "Certificate.Primal", "Certificate.Gap", "CoordinateMemory.Optimality",
        "LeastSquaresSolution.ResidualNorm", "LeastSquaresSolution.Condition",
        "NewtonCGMemory.Forcing", "TrustRegionMemory.Radius", "TrustRegionMemory.Forcing",
        "LevenbergMarquardtMemory.Damping", "LevenbergMarquardtMemory.Growth",
        "MinimizationReport.Loss", "MinimizationReport.Optimality", "LinearModel.Bias", "LogisticModel.Bias",
        "PolynomialModel.Bias",
        "TreeDecision.Value",
        "RocPoint.Threshold", "RocPoint.FalsePositiveRate", "RocPoint.TruePositiveRate",
        "PrecisionRecallPoint.Threshold", "PrecisionRecallPoint.Recall", "PrecisionRecallPoint.Precision",
        "Neighbor.Distance", "Neighbor.Weight",
        "FoldScore.Score",
        "LinearClassifier.Bias",
    ];

    private static IEnumerable<Probe> Everything => Sweep.Types.SelectMany(type =>
        Sweep.Constructors(type).Concat(Sweep.Methods(type)).Concat(Sweep.Initializers(type)));

    private static IEnumerable<Probe> References => Everything.Where(probe => IsNeverNull(probe.Parameter));

    private static IEnumerable<Probe> Numbers =>
        Sweep.Types.SelectMany(type => Sweep.Constructors(type).Concat(Sweep.Initializers(type)))
            .Where(probe => probe.Parameter.ParameterType == typeof(double))
            .Where(probe => !Outcomes.Contains($"{probe.Owner.Name}.{probe.Documented}"));

    [Fact]
    public void Every_member_with_a_reference_can_be_called() =>
        Complaints.None(
            from probe in References
            let failure = Failure(() => probe.Call(Examples.Of(probe.Parameter, probe.Type)))
            where failure is not null
            select $"{probe.Name} with examples alone: {failure.GetType().Name}: {failure.Message}");

    [Fact]
    public void Null_is_refused_at_the_call_and_by_name() =>
        Complaints.None(
            from probe in References
            let failure = Failure(() => probe.Call(null))
            where failure is not ArgumentNullException refusal || refusal.ParamName != probe.Documented
            select $"{probe.Name} with null for {probe.Documented}: {Tell(failure)}");

    [Fact]
    public void Numbers_that_are_none_are_refused_by_name() =>
        Complaints.None(
            from probe in Numbers
            from value in NoNumbers
            let failure = Failure(() => probe.Call(value))
            where failure is not ArgumentOutOfRangeException refusal || refusal.ParamName != probe.Documented
            select $"{probe.Name} with {value} for {probe.Documented}: {Tell(failure)}");

    [Fact]
    public void The_sweeps_see_constructors_methods_extensions_and_initializers()
    {
        var seen = References.Select(probe => probe.Name).ToArray();

        Assert.Contains("Momentum..ctor(LearningRate Rate, double Decay = 0.9)", seen);
        Assert.Contains("Momentum.set_Rate(LearningRate value)", seen);
        Assert.Contains("Momentum.Step(State<MomentumMemory> state)", seen);
        Assert.Contains("Iterate.From(T start, Func<T, T> step)", seen);
        Assert.Contains("L2.set_Strength(double value)", Numbers.Select(probe => probe.Name));
    }

    private static bool IsNeverNull(ParameterInfo parameter) =>
        parameter.ParameterType is { IsValueType: false, IsGenericParameter: false, IsByRefLike: false }
        && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.NotNull;

    private static Exception? Failure(Action action) => Record.Exception(action);

    private static string Tell(Exception? failure) => failure switch
    {
        null => "accepted",
        ArgumentException refusal => $"{refusal.GetType().Name} that names '{refusal.ParamName}'",
        _ => $"{failure.GetType().Name}: {failure.Message}",
    };
}
