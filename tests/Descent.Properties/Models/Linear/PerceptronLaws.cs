using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(DomainGenerators)], MaxTest = 100)]
public sealed class PerceptronLaws
{
    [Property]
    public void Novikoff_s_bound_holds_and_the_classes_end_apart(Classification one, long seed)
    {
        // Rows away from a plane that is drawn with them, so that they are separated with a known margin.
        var (w, b) = (one.Parameters[..^1], one.Parameters[^1]);
        var length = one.Parameters.Norm;
        var scores = one.Data.Features.Multiply(w).Map(score => (score + b) / length);
        int[] apart = [.. Enumerable.Range(0, one.Data.Count).Where(i => Math.Abs(scores[i]) > 0.3)];
        if (length is 0 || apart.Length == 0)
            return;

        var data = new Dataset(
            one.Data.Features.SelectRows(apart), Vector.From(apart.Select(i => scores[i] > 0 ? 1.0 : 0)));
        var fit = new Perceptron(seed).Fit(data);
        var report = (PerceptronReport)fit.Report;
        var margin = apart.Min(i => Math.Abs(scores[i]));
        var radius = apart.Max(i => Math.Sqrt(1 + Squared(Vector.Create(one.Data.Features.Row(i)))));
        Assert.True(report.Converged, report.ToString());
        Assert.InRange(report.Mistakes, 1, radius * radius / (margin * margin) * (1 + 1e-12));
        Assert.Equal(data.Targets, fit.Model.Predict(data.Features));
        Assert.All(
            Enumerable.Range(0, data.Count),
            i => Assert.True(fit.Model.Margin(Vector.Create(data.Features.Row(i)), data.Targets[i]) > 0));
    }

    [Fact]
    public void The_first_steps_are_those_of_the_rule()
    {
        var data = new Dataset(Matrix.FromRows([2.0, 1.0], [1.0, -1.0]), [1, 0]);
        var learner = new Perceptron(4);
        var run = learner.Training(data).Take(4).ToArray();
        Assert.Equal(Vector.Zeros(3), run[0].Parameters);

        // Either row is misjudged at the start, since it is on the plane.
        Vector[] first = [[2, 1, 1], [-1, 1, -1]];
        Assert.Contains(run[1].Parameters, first);
        var isFirst = run[1].Parameters == first[0];
        Assert.Equal(isFirst ? [1, 2, 0] : run[1].Parameters + (Margin() <= 0 ? first[0] : 0 * first[0]),
            run[2].Parameters);

        double Margin() => run[1].Parameters.Dot(first[0]);
    }

    [Fact]
    public void On_xor_it_ends_at_the_limit_and_says_so()
    {
        var xor = new Dataset(Matrix.FromRows([0.0, 0], [0, 1.0], [1.0, 0], [1.0, 1.0]), [0, 1, 1, 0]);
        var fit = new Perceptron(7, MaxEpochs: 20).Fit(xor);
        var report = (PerceptronReport)fit.Report;
        Assert.False(report.Converged);
        Assert.Equal(20, report.Epochs);

        // Every epoch has a mistake, or it had ended there.
        Assert.InRange(report.Mistakes, 20, 80);
        Assert.Contains("not converged", report.ToString(), StringComparison.Ordinal);
        Assert.True(fit.Model.Weights.IsFinite);
    }

    [Fact]
    public void It_ends_after_the_first_epoch_without_a_mistake()
    {
        var data = ToyData.Blobs(60, Matrix.FromRows([4.0, 4.0], [-4.0, -4.0]), 1, 3);
        var learner = new Perceptron(5);
        var fit = learner.Fit(data);
        var report = (PerceptronReport)fit.Report;
        var steps = (int)report.Epochs * data.Count;
        var run = learner.Training(data).Take(steps + 1).ToArray();
        Assert.True(report.Converged, report.ToString());
        Assert.Equal(report.Mistakes, run[..steps].Count(state => state.Gradient.NormInf > 0));
        Assert.All(run[(steps - data.Count)..steps], state => Assert.Equal(0, state.Gradient.NormInf));
        Assert.Equal(fit.Model, learner.ModelOf(data, run[steps].Parameters));
        for (var epoch = 1; epoch < report.Epochs; epoch++)
        {
            Assert.Contains(
                run[((epoch - 1) * data.Count)..(epoch * data.Count)],
                state => state.Gradient.NormInf > 0);
        }
    }

    [Fact]
    public void A_row_of_weight_0_is_not_learned_from()
    {
        var data = new Dataset(Matrix.FromRows([1.0], [2.0], [3.0]), [0, 0, 1], [1, 0, 1]);
        var other = new Dataset(Matrix.FromRows([1.0], [2.0], [3.0]), [0, 1, 1], [1, 0, 1]);
        Assert.Equal(new Perceptron(1).Fit(data).Model, new Perceptron(1).Fit(other).Model);
    }

    private static double Squared(Vector row) => row.Dot(row);
}
