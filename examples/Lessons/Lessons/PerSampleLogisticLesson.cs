using Descent;
using Descent.Linq;

namespace Lessons;

/// <summary>Logistic regression from one point at a time, in file order.</summary>
public sealed class PerSampleLogisticLesson : ILesson
{
    /// <summary>The end of one pass over the points.</summary>
    /// <param name="Number">The pass, from 1.</param>
    /// <param name="Parameters">[w₁, w₂, bias] after it.</param>
    public sealed record Epoch(long Number, Vector Parameters)
    {
        /// <summary>The mean loss over all points.</summary>
        public double MeanLoss => Risk.Evaluate(Parameters).Loss;

        /// <summary>How many points lie on their side of the line.</summary>
        public int Correct =>
            Risk.Scores(Parameters).Zip<double, double>(Risk.Data.Targets)
                .Count(point => point.First > 0 == (point.Second == 1));
    }

    /// <summary>The mean logistic loss of the forty points.</summary>
    public static EmpiricalRisk Risk { get; } = new(LessonData.Points, Loss.Logistic);

    /// <inheritdoc/>
    public string Name => "f";

    /// <inheritdoc/>
    public string Title => "Logistic regression from one point at a time";

    /// <summary>The start and ten epochs of forty updates.</summary>
    public static IReadOnlyList<State<NoMemory>> Descend() =>
    [
        .. new GradientDescent(0.1)
            .Minimize(new MiniBatches(Risk, size: 1, seed: 0, Sampling.Sequential), from: [0, 0, 0])
            .EveryEpoch()
            .Take(11)
    ];

    /// <summary>The epochs of a run, in order.</summary>
    public static IEnumerable<Epoch> Epochs(IEnumerable<IState> run) =>
        run.Skip(1).Select((state, k) => new Epoch(k + 1, state.Parameters));

    /// <inheritdoc/>
    public void Print(Page page)
    {
        page.Say("""
            Is a point of class 1? The model answers with a probability, p = 1 / (1 + exp(-q)) of the
            score q = w1 x1 + w2 x2 + bias. The loss of a point is -log of the probability it gives the
            true class; its gradient is (p - y) (x1, x2, 1), the bias last. One point per step, in file
            order, α = 0.1, from zero.
            """);
        page.Table(
            Epochs(Descend()),
            ("epoch", e => Show.Whole(e.Number)),
            ("w1", e => Show.Digits(e.Parameters[0])),
            ("w2", e => Show.Digits(e.Parameters[1])),
            ("bias", e => Show.Digits(e.Parameters[2])),
            ("mean loss", e => Show.Digits(e.MeanLoss)),
            ("right of 40", e => Show.Whole(e.Correct)));
        page.Say("""
            The loss goes on falling where the number of right answers does not move: descent sees
            probabilities, the count sees only on which side of 1/2 they are.
            """);
    }

    /// <inheritdoc/>
    public IEnumerable<Drawing> Draw() => PerSampleLogisticPictures.Of(Descend());
}
