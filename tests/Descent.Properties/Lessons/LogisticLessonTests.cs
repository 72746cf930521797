using Lessons;
using Xunit;
using static Descent.Properties.LessonSource;

namespace Descent.Properties;

public sealed class LogisticLessonTests
{
    [Fact]
    public void There_are_forty_points_of_two_features()
    {
        Assert.Equal((40, 2), (LessonData.Points.Count, LessonData.Points.FeatureCount));
        Assert.All(LessonData.Points.Targets, target => Assert.True(target is 0 or 1));
    }

    [Fact]
    public void Every_epoch_of_one_point_a_step_is_that_of_the_source()
    {
        var expected = Json("f_logistic_sgd.json").Elements("after_epoch");
        var epochs = PerSampleLogisticLesson.Epochs(PerSampleLogisticLesson.Descend()).ToArray();

        Assert.Equal(expected.Count, epochs.Length);
        Assert.All(expected.Zip(epochs), pair =>
        {
            var (row, epoch) = pair;
            Assert.Equal(row.Number("epoch"), epoch.Number);
            Assert.Equal(row.Number("training_correct"), epoch.Correct);
            AssertNear(
                [.. row.Numbers("alpha"), row.Number("mean_log_loss")],
                [.. epoch.Parameters, epoch.MeanLoss]);
        });
    }

    [Fact]
    public void Every_row_of_all_points_a_step_is_that_of_the_source()
    {
        var source = Json("g_logistic_batch.json");
        var run = FullBatchLogisticLesson.Descend();

        Assert.Equal(source.Number("iterations"), run[^1].Step);
        AssertNear([source.Number("initial_loss")], [run[0].Loss]);
        Assert.All(source.Elements("after_iteration"), row => AssertNear(
            [row.Number("w1"), row.Number("w2"), row.Number("bias"), row.Number("mean_log_loss")],
            [.. run[(int)row.Number("n")].Parameters, run[(int)row.Number("n")].Loss]));
    }

    [Fact]
    public void The_optimum_is_that_of_the_source()
    {
        var source = Json("g_logistic_batch.json").GetProperty("unpenalised_optimum");
        var optimum = FullBatchLogisticLesson.Optimum();

        Assert.True(optimum.Converged(1e-14));
        AssertNear(
            [source.Number("w1"), source.Number("w2"), source.Number("bias"), source.Number("loss")],
            [.. optimum.Parameters, optimum.Loss]);
    }

    [Fact]
    public void The_loss_of_all_points_a_step_falls_at_every_step_and_never_below_the_optimum()
    {
        var losses = FullBatchLogisticLesson.Descend().Select(state => state.Loss).ToArray();

        Assert.All(losses.Zip(losses.Skip(1)), pair => Assert.True(pair.Second < pair.First));
        Assert.True(losses[^1] > FullBatchLogisticLesson.Optimum().Loss);
    }
}
