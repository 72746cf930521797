using Descent;
using Descent.Linq;

namespace Lessons;

/// <summary>y = w₂ x² + w₁ x + b from one point at a time.</summary>
public sealed class PerSampleQuadraticLesson : ILesson
{
    /// <summary>One update.</summary>
    /// <param name="Epoch">The pass over the points, from 1.</param>
    /// <param name="X">The x of its point.</param>
    /// <param name="Y">The y of its point.</param>
    /// <param name="Prediction">The model's y, before the update.</param>
    /// <param name="Gradient">The gradient of the point's loss, before it.</param>
    /// <param name="Parameters">[w₂, w₁, b] after it.</param>
    public sealed record Update(
        long Epoch, double X, double Y, double Prediction, Vector Gradient, Vector Parameters);

    /// <summary>The end of one pass over the points.</summary>
    /// <param name="Number">The pass, from 1.</param>
    /// <param name="Parameters">[w₂, w₁, b] after it.</param>
    public sealed record Epoch(long Number, Vector Parameters)
    {
        /// <summary>The loss of the last point.</summary>
        public double LastLoss => SquaredErrors([2]).Evaluate(Parameters).Loss;

        /// <summary>The sum of the losses of all points.</summary>
        public double SumOfLosses => SquaredErrors(All).Evaluate(Parameters).Loss;

        /// <summary>The mean of the losses of all points.</summary>
        public double MeanLoss => SumOfLosses / X.Count;

        /// <summary>The prediction at x = 4.</summary>
        public double PredictionAt4 => Predict(Parameters, 4);
    }

    private static readonly int[] All = [0, 1, 2];

    /// <summary>The x of each point.</summary>
    public static Vector X { get; } = [1, 2, 3];

    /// <summary>The y of each point.</summary>
    public static Vector Y { get; } = [2, 4, 6];

    /// <inheritdoc/>
    public string Name => "e";

    /// <inheritdoc/>
    public string Title => "y = w2 x² + w1 x + b from one point at a time";

    /// <summary>The library's squared error on the features x² and x, of which step k sees one row.</summary>
    public static MiniBatches PerSample { get; } = new(
        new EmpiricalRisk(new Dataset(Matrix.FromRows(X.Select(x => new[] { x * x, x })), Y), Loss.Squared),
        size: 1, seed: 0, Sampling.Sequential);

    /// <summary>The same, written out.</summary>
    public static InTurn WrittenOut { get; } = new(SquaredErrors(All), X.Count, row => SquaredErrors([row]));

    /// <summary>The start and a hundred epochs of three updates.</summary>
    public static IReadOnlyList<State<NoMemory>> Descend(IStochasticObjective loss) =>
        [.. new GradientDescent(0.01).Minimize(loss, from: [1, 1, 1]).Steps(100 * X.Count)];

    /// <summary>The model's y at an x.</summary>
    public static double Predict(Vector parameters, double x) =>
        (parameters[0] * (x * x)) + (parameters[1] * x) + parameters[2];

    /// <summary>The updates of a run, in order.</summary>
    public static IEnumerable<Update> Updates(IReadOnlyList<IState> run) =>
        run.Zip(run.Skip(1), UpdateBetween);

    /// <summary>The epochs of a run, in order.</summary>
    public static IEnumerable<Epoch> Epochs(IReadOnlyList<IState> run) =>
        run.Skip(1)
            .Where(state => state.Step % X.Count == 0)
            .Select(state => new Epoch(state.Step / X.Count, state.Parameters));

    /// <inheritdoc/>
    public void Print(Page page)
    {
        page.Say("""
            A curve is a linear model too: y = w2 x² + w1 x + b is linear in its parameters, the features
            are x² and x. With the error e = prediction - y the gradient is (2 x² e, 2 x e, 2 e), and all
            three parameters step at once. Three points fix three parameters, yet after 100 epochs w2 is
            far from its 0: x² and x look alike here.
            """);
        var run = Descend(WrittenOut);
        page.Say("The updates of the first three epochs and of the last:");
        PrintUpdates(page, Updates(run).Where(update => update.Epoch is <= 3 or 100));
        page.Table(
            Epochs(run),
            ("epoch", e => Show.Whole(e.Number)),
            ("w2", e => Show.Exact(e.Parameters[0])),
            ("w1", e => Show.Exact(e.Parameters[1])),
            ("b", e => Show.Exact(e.Parameters[2])),
            ("loss of (3, 6)", e => Show.Exact(e.LastLoss)),
            ("sum of losses", e => Show.Exact(e.SumOfLosses)),
            ("mean loss", e => Show.Exact(e.MeanLoss)),
            ("y at x = 4", e => Show.Exact(e.PredictionAt4)));
    }

    /// <inheritdoc/>
    public IEnumerable<Drawing> Draw() => PerSampleQuadraticPictures.Of(Descend(WrittenOut));

    private static Update UpdateBetween(IState before, IState after)
    {
        var (epoch, row) = Math.DivRem(before.Step, X.Count);
        var x = X[(int)row];
        return new Update(
            epoch + 1, x, Y[(int)row], Predict(before.Parameters, x), before.Gradient, after.Parameters);
    }

    private static void PrintUpdates(Page page, IEnumerable<Update> updates) => page.Table(
        updates,
        ("epoch", u => Show.Whole(u.Epoch)),
        ("x", u => Show.Exact(u.X)),
        ("y", u => Show.Exact(u.Y)),
        ("prediction", u => Show.Exact(u.Prediction)),
        ("gradient w2", u => Show.Exact(u.Gradient[0])),
        ("gradient w1", u => Show.Exact(u.Gradient[1])),
        ("gradient b", u => Show.Exact(u.Gradient[2])),
        ("w2 after", u => Show.Exact(u.Parameters[0])),
        ("w1 after", u => Show.Exact(u.Parameters[1])),
        ("b after", u => Show.Exact(u.Parameters[2])));

    private static IObjective SquaredErrors(IReadOnlyList<int> rows) => Objective.From(3, parameters =>
    {
        var (loss, byW2, byW1, byB) = (0.0, 0.0, 0.0, 0.0);
        foreach (var row in rows)
        {
            var x = X[row];
            var error = Predict(parameters, x) - Y[row];
            loss += error * error;
            byW2 += 2 * (x * x) * error;
            byW1 += 2 * x * error;
            byB += 2 * error;
        }

        return new Evaluation(loss, [byW2, byW1, byB]);
    });
}
