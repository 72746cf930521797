using Descent;
using Descent.Linq;

namespace Lessons;

/// <summary>y = w x from one point at a time.</summary>
public sealed class PerSampleLineLesson : ILesson
{
    /// <summary>One update.</summary>
    /// <param name="Epoch">The pass over the points, from 1.</param>
    /// <param name="X">The x of its point.</param>
    /// <param name="Y">The y of its point.</param>
    /// <param name="Gradient">The derivative of the point's loss by w, before the update.</param>
    /// <param name="W">w after it.</param>
    public sealed record Update(long Epoch, double X, double Y, double Gradient, double W);

    /// <summary>The end of one pass over the points.</summary>
    /// <param name="Number">The pass, from 1.</param>
    /// <param name="W">w after it.</param>
    public sealed record Epoch(long Number, double W)
    {
        /// <summary>The loss of the last point.</summary>
        public double LastLoss => SquaredErrors([2]).Evaluate([W]).Loss;

        /// <summary>The sum of the losses of all points.</summary>
        public double SumOfLosses => SquaredErrors(All).Evaluate([W]).Loss;

        /// <summary>The mean of the losses of all points.</summary>
        public double MeanLoss => SumOfLosses / X.Count;

        /// <summary>The prediction at x = 4.</summary>
        public double PredictionAt4 => 4 * W;
    }

    private static readonly int[] All = [0, 1, 2];

    /// <summary>The x of each point.</summary>
    public static Vector X { get; } = [1, 2, 3];

    /// <summary>The y of each point.</summary>
    public static Vector Y { get; } = [2, 4, 6];

    /// <inheritdoc/>
    public string Name => "d";

    /// <inheritdoc/>
    public string Title => "y = w x from one point at a time";

    /// <summary>The library's squared error, of which step k sees one row, in file order.</summary>
    public static MiniBatches PerSample { get; } = new(
        new EmpiricalRisk(new Dataset(Matrix.FromRows([1], [2], [3]), Y), Loss.Squared, bias: false),
        size: 1, seed: 0, Sampling.Sequential);

    /// <summary>The same, written out.</summary>
    public static InTurn WrittenOut { get; } = new(SquaredErrors(All), X.Count, row => SquaredErrors([row]));

    /// <summary>The start and fifty epochs of three updates.</summary>
    public static IReadOnlyList<State<NoMemory>> Descend(IStochasticObjective loss) =>
        [.. new GradientDescent(0.01).Minimize(loss, from: [1]).Steps(50 * X.Count)];

    /// <summary>The updates of a run, in order.</summary>
    public static IEnumerable<Update> Updates(IReadOnlyList<IState> run) =>
        run.Zip(run.Skip(1), UpdateBetween);

    /// <summary>The epochs of a run, in order.</summary>
    public static IEnumerable<Epoch> Epochs(IReadOnlyList<IState> run) =>
        run.Skip(1)
            .Where(state => state.Step % X.Count == 0)
            .Select(state => new Epoch(state.Step / X.Count, state.Parameters[0]));

    /// <inheritdoc/>
    public void Print(Page page)
    {
        page.Say("""
            Online descent: look at one point, step, look at the next. The loss of a point is (w x - y)²,
            its gradient 2 x (w x - y), and w ← w - 0.01 gradient. The points (1, 2), (2, 4), (3, 6) lie
            on y = 2 x, so all of them pull w to 2, the farther point the harder.
            """);
        var run = Descend(WrittenOut);
        page.Say("The updates of the first three epochs and of the last:");
        page.Table(
            Updates(run).Where(update => update.Epoch is <= 3 or 50),
            ("epoch", u => Show.Whole(u.Epoch)),
            ("x", u => Show.Exact(u.X)),
            ("y", u => Show.Exact(u.Y)),
            ("gradient", u => Show.Exact(u.Gradient)),
            ("w after", u => Show.Exact(u.W)));
        page.Table(
            Epochs(run),
            ("epoch", e => Show.Whole(e.Number)),
            ("w", e => Show.Exact(e.W)),
            ("loss of (3, 6)", e => Show.Exact(e.LastLoss)),
            ("sum of losses", e => Show.Exact(e.SumOfLosses)),
            ("mean loss", e => Show.Exact(e.MeanLoss)),
            ("y at x = 4", e => Show.Exact(e.PredictionAt4)));
    }

    /// <inheritdoc/>
    public IEnumerable<Drawing> Draw() => PerSampleLinePictures.Of(Descend(WrittenOut));

    private static Update UpdateBetween(IState before, IState after)
    {
        var (epoch, row) = Math.DivRem(before.Step, X.Count);
        return new Update(epoch + 1, X[(int)row], Y[(int)row], before.Gradient[0], after.Parameters[0]);
    }

    private static IObjective SquaredErrors(IReadOnlyList<int> rows) => Objective.From(1, parameters =>
    {
        var (loss, gradient) = (0.0, 0.0);
        foreach (var row in rows)
        {
            var error = (parameters[0] * X[row]) - Y[row];
            loss += error * error;
            gradient += 2 * X[row] * error;
        }

        return new Evaluation(loss, [gradient]);
    });
}
