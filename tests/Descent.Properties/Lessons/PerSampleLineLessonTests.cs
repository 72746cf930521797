using Lessons;
using Xunit;
using static Descent.Properties.LessonSource;

namespace Descent.Properties;

public sealed class PerSampleLineLessonTests
{
    private static readonly double[] Steps =
        [.. Rows("d_line_per_sample_steps.csv").SelectMany(row => row.Values)];

    private static readonly double[] Epochs =
        [.. Rows("d_line_per_sample_epochs.csv").SelectMany(row => row.Values)];

    [Fact]
    public void Every_update_and_epoch_written_out_is_that_of_the_source_bit_for_bit()
    {
        var run = PerSampleLineLesson.Descend(PerSampleLineLesson.WrittenOut);
        AssertSameBits(Steps, PerSampleLineLesson.Updates(run).SelectMany(Numbers));
        AssertSameBits(Epochs, PerSampleLineLesson.Epochs(run).SelectMany(Numbers));
    }

    [Fact]
    public void Every_update_and_epoch_on_the_librarys_batches_is_that_of_the_source()
    {
        var run = PerSampleLineLesson.Descend(PerSampleLineLesson.PerSample);
        AssertNear(Steps, PerSampleLineLesson.Updates(run).SelectMany(Numbers));
        AssertNear(Epochs, PerSampleLineLesson.Epochs(run).SelectMany(Numbers));
    }

    [Fact]
    public void On_one_row_without_bias_the_library_rounds_as_the_formula_does() =>
        Assert.Equal(
            PerSampleLineLesson.Descend(PerSampleLineLesson.WrittenOut),
            PerSampleLineLesson.Descend(PerSampleLineLesson.PerSample));

    private static double[] Numbers(PerSampleLineLesson.Update u) => [u.Epoch, u.X, u.Y, u.Gradient, u.W];

    private static double[] Numbers(PerSampleLineLesson.Epoch e) =>
        [e.Number, e.W, e.LastLoss, e.SumOfLosses, e.MeanLoss, e.PredictionAt4];
}
