using Lessons;
using Xunit;
using static Descent.Properties.LessonSource;

namespace Descent.Properties;

public sealed class PerSampleQuadraticLessonTests
{
    private static readonly double[] Steps =
        [.. Rows("e_quadratic_per_sample_steps.csv").SelectMany(row => row.Values)];

    private static readonly double[] Epochs =
        [.. Rows("e_quadratic_per_sample_epochs.csv").SelectMany(row => row.Values)];

    [Fact]
    public void Every_update_and_epoch_written_out_is_that_of_the_source_bit_for_bit()
    {
        var run = PerSampleQuadraticLesson.Descend(PerSampleQuadraticLesson.WrittenOut);
        AssertSameBits(Steps, PerSampleQuadraticLesson.Updates(run).SelectMany(Numbers));
        AssertSameBits(Epochs, PerSampleQuadraticLesson.Epochs(run).SelectMany(Numbers));
    }

    [Fact]
    public void Every_update_and_epoch_on_the_librarys_batches_is_that_of_the_source()
    {
        var run = PerSampleQuadraticLesson.Descend(PerSampleQuadraticLesson.PerSample);
        AssertNear(Steps, PerSampleQuadraticLesson.Updates(run).SelectMany(Numbers));
        AssertNear(Epochs, PerSampleQuadraticLesson.Epochs(run).SelectMany(Numbers));
    }

    private static double[] Numbers(PerSampleQuadraticLesson.Update u) =>
        [u.Epoch, u.X, u.Y, u.Prediction, .. u.Gradient, .. u.Parameters];

    private static double[] Numbers(PerSampleQuadraticLesson.Epoch e) =>
        [e.Number, .. e.Parameters, e.LastLoss, e.SumOfLosses, e.MeanLoss, e.PredictionAt4];
}
