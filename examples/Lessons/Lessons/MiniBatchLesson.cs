using Descent;
using Descent.Linq;

namespace Lessons;

/// <summary>The line of lesson b, from three of the six points at a time.</summary>
public sealed class MiniBatchLesson : ILesson
{
    /// <summary>One update.</summary>
    /// <param name="Number">Its number, from 1.</param>
    /// <param name="Rows">The rows it saw.</param>
    /// <param name="BatchLoss">The loss over those rows, before it.</param>
    /// <param name="Parameters">[a, b] after it.</param>
    public sealed record Update(long Number, IReadOnlyList<int> Rows, double BatchLoss, Vector Parameters)
    {
        /// <summary>The loss over all rows, after the update.</summary>
        public double FullLoss => LineData.SumOfAllSquares.Evaluate(Parameters).Loss;
    }

    /// <inheritdoc/>
    public string Name => "c";

    /// <inheritdoc/>
    public string Title => "The same line from mini-batches of three points";

    /// <summary>The library's sum of squares, of which step k sees the rows of batch k.</summary>
    public static MiniBatches Batched { get; } = new(LineData.Risk, LessonData.Batches);

    /// <summary>The same, written out.</summary>
    public static InTurn WrittenOut { get; } = new(
        LineData.SumOfAllSquares, LessonData.Batches.Count,
        k => LineData.SumOfSquares(LessonData.Batches[k]));

    /// <summary>The run until both entries of a step are small, 100 000 updates at most.</summary>
    public static IEnumerable<State<NoMemory>> Descend(IStochasticObjective loss) =>
        new GradientDescent(LineLesson.Rate)
            .Minimize(loss, from: [0, 0])
            .Steps(LineLesson.MostSteps)
            .Until(s => (LineLesson.Rate * s.Gradient).NormInf <= LineLesson.Tolerance);

    /// <summary>The updates of a run, in order.</summary>
    public static IEnumerable<Update> Updates(IReadOnlyList<IState> run) =>
        run.Zip(run.Skip(1), (before, after) => new Update(
            after.Step, LessonData.Batches[(int)before.Step], before.Loss, after.Parameters));

    /// <inheritdoc/>
    public void Print(Page page)
    {
        page.Say("""
            A step need not see all the data: three points give a gradient that is right on average, at
            half the price. The rule is that of lesson b, a ← a - α Σ -2 (y - a x - b) x and likewise b,
            with sums over the batch. Batch k is a fixed list of rows, so the run can be repeated by
            anybody, in any language.
            """);
        var run = Descend(WrittenOut).ToList();
        page.Table(
            Updates(run).Where(update => LineLesson.IsShown(run[(int)update.Number])),
            ("n", u => Show.Whole(u.Number)),
            ("rows", u => Show.Rows(u.Rows)),
            ("batch loss before", u => Show.Exact(u.BatchLoss)),
            ("a", u => Show.Exact(u.Parameters[0])),
            ("b", u => Show.Exact(u.Parameters[1])),
            ("full loss after", u => Show.Exact(u.FullLoss)));
        var difference = Agreement.LargestDifference(run, Descend(Batched));
        page.Say($"""
            It never stops by itself: after {run[^1].Step} updates the parameters still move with each batch.
            The full loss goes down to about 203 and up again: at a constant rate, descent on batches ends
            as a cloud around the minimum. Descent on the library's own MiniBatches agrees; the largest
            relative difference of a parameter is {Show.Size(difference)}.
            """);
    }

    /// <inheritdoc/>
    public IEnumerable<Drawing> Draw() => MiniBatchPictures.Of([.. Updates([.. Descend(WrittenOut)])]);
}
