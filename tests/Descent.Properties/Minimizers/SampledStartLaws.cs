using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class SampledStartLaws
{
    private static readonly Dataset Data = Waves.Data(4_000, 6);
    private static readonly L2 Penalty = new(0.01);

    private static EmpiricalRisk Mean { get; } = new(Data, Loss.Logistic, Penalty);

    [Fact]
    public void A_sample_of_all_rows_ends_near_the_minimum()
    {
        var start = SampledStart.Of(Mean, int.MaxValue, seed: 1);
        var least = Least(Mean);
        Assert.InRange(Mean.Evaluate(start.Parameters).Loss - least.Loss, 0, 1e-4 * least.Loss);
    }

    [Fact]
    public void The_metric_is_the_factor_of_the_sample_s_Hessian()
    {
        // Newton's last step began where the Hessian was taken: nearly at the minimum of all rows.
        var metric = SampledStart.Of(Mean, int.MaxValue, seed: 1).Metric;
        var hessian = Mean.HessianAt(Least(Mean).Parameters);
        Assert.False(metric.IsModified);
        for (var j = 0; j < metric.Dimension; j++)
        {
            var unit = Vector.Unit(metric.Dimension, j);
            Assert.InRange((metric.Solve(hessian.Times(unit)) - unit).Norm, 0, 0.1);
        }
    }

    [Fact]
    public void From_it_few_evaluations_of_all_rows_are_left()
    {
        // Features of sizes from 1 to 243: without a metric, L-BFGS has to find that out.
        var waves = Data.Features;
        var features = Matrix.From(waves.Rows, waves.Columns, (i, j) => Math.Pow(3, j) * waves[i, j]);
        var risk = new EmpiricalRisk(new Dataset(features, Data.Targets), Loss.Logistic, new L2(1e-6));
        var start = SampledStart.Of(risk, 800, seed: 3);
        var rule = StopRule.GradientNorm(1e-9) | StopRule.Steps(200);
        var near = new LBfgs(Metric: start.Metric).Minimize(risk, start.Parameters).Solve(rule);
        var far = new LBfgs().Minimize(risk, Vector.Zeros(risk.Dimension)).Solve(rule);
        Assert.True(near.Converged && far.Converged);
        Assert.True(
            2 * near.Evaluations <= far.Evaluations, $"{near.Evaluations} beside {far.Evaluations}");
    }

    [Property(MaxTest = 10)]
    public void Equal_seeds_and_any_number_of_threads_give_equal_bits(int seed)
    {
        var parallel = new EmpiricalRisk(Data, Loss.Logistic, Penalty, maxDegreeOfParallelism: 3);
        var (one, other) = (SampledStart.Of(Mean, 700, seed), SampledStart.Of(parallel, 700, seed));
        Assert.Equal(StateBits.Of(one.Parameters), StateBits.Of(other.Parameters));
        Assert.Equal(one.Metric.Lower, other.Metric.Lower);
        Assert.NotEqual(one.Parameters, SampledStart.Of(Mean, 700, (Seed)(seed + 1L)).Parameters);
    }

    [Property(MaxTest = 10)]
    public void A_sum_has_the_start_of_the_mean_and_its_Hessian_times_the_weight_of_all_rows(int seed)
    {
        // The sum of N losses and R is N times the mean and R / N.
        var weighted = Waves.Weighted(4_000, 6);
        var total = weighted.Weights.Sum();
        var sum = new EmpiricalRisk(weighted, Loss.Logistic, new L2(total * 0.01), Reduction.Sum);
        var one = SampledStart.Of(new EmpiricalRisk(weighted, Loss.Logistic, Penalty), 500, seed);
        var other = SampledStart.Of(sum, 500, seed);
        Assert.InRange((one.Parameters - other.Parameters).Norm, 0, 1e-10);
        var unit = Vector.Unit(sum.Dimension, 2);
        var (a, b) = (one.Metric.Solve(unit), total * other.Metric.Solve(unit));
        Assert.InRange((a - b).Norm, 0, 1e-9 * a.Norm);
    }

    [Property(MaxTest = 10)]
    public void Rows_of_weight_0_are_as_if_they_were_not_there(int seed)
    {
        // Nine of ten count nothing, and a sample of one row would mostly be of those.
        var few = Data.Select(Enumerable.Range(0, 400).Select(i => 10 * i));
        var weights = Vector.From(Enumerable.Range(0, Data.Count).Select(i => i % 10 == 0 ? 1.0 : 0));
        var many = new Dataset(Data.Features, Data.Targets, weights);
        foreach (var rows in new[] { 1, 50, 4_000 })
        {
            var one = SampledStart.Of(new EmpiricalRisk(few, Loss.Logistic, Penalty), rows, seed);
            var other = SampledStart.Of(new EmpiricalRisk(many, Loss.Logistic, Penalty), rows, seed);
            Assert.InRange((one.Parameters - other.Parameters).Norm, 0, 1e-10 * (1 + one.Parameters.Norm));
        }
    }

    [Fact]
    public void It_starts_a_softmax_too()
    {
        var targets = Vector.From(Data.Targets.Select((y, i) => y + (i % 2)));
        var risk = new SoftmaxRisk(new Dataset(Data.Features, targets), classes: 3, Penalty);
        var start = SampledStart.Of(risk, 1_000, seed: 5);
        var fit = new LBfgs(Metric: start.Metric).Minimize(risk, start.Parameters)
            .Solve(StopRule.GradientNorm(1e-9) | StopRule.Steps(200));
        Assert.True(fit.Converged);
        Assert.InRange(risk.Evaluate(start.Parameters).Loss - fit.Last.Loss, 0, 0.02);
    }

    [Fact]
    public void A_sample_that_is_separable_is_no_endless_descent()
    {
        var data = new Dataset(Matrix.FromRows([-1], [1], [2], [-2]), [0, 1, 1, 0]);
        var start = SampledStart.Of(new EmpiricalRisk(data, Loss.Logistic), 4, seed: 1);
        Assert.True(start.Parameters.IsFinite);
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        Assert.Throws<ArgumentNullException>("risk", () => SampledStart.Of(null!, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("rows", () => SampledStart.Of(Mean, 0, 1));
        Assert.Throws<ArgumentException>(
            "Metric", () => new SampledStart([1, 2], Cholesky.Of(Matrix.FromRows([1]))!));
        Assert.Throws<InvalidOperationException>(() => SampledStart.Of(
            new EmpiricalRisk(Data, Loss.From((s, y) => s - y, (s, y) => 1)), 10, 1));
    }

    private static State<LBfgsMemory> Least(IObjective risk) =>
        new LBfgs().Minimize(risk, Vector.Zeros(risk.Dimension)).Until(s => s.Converged(1e-10)).Last();
}
