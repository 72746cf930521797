using Descent;
using Descent.Linq;

namespace Lessons;

/// <summary>Logistic regression on the mean loss, all points at every step, beside the optimum.</summary>
public sealed class FullBatchLogisticLesson : ILesson
{
    private static readonly long[] Shown = [0, 1, 10, 100, 1000];

    /// <summary>The mean logistic loss of the forty points.</summary>
    public static EmpiricalRisk Risk { get; } = new(LessonData.Points, Loss.Logistic);

    /// <inheritdoc/>
    public string Name => "g";

    /// <inheritdoc/>
    public string Title => "Logistic regression from all points at every step";

    /// <summary>The start and a thousand updates.</summary>
    public static IReadOnlyList<State<NoMemory>> Descend() =>
        [.. new GradientDescent(0.1).Minimize(Risk, from: [0, 0, 0]).Steps(1000)];

    /// <summary>The minimum: the same descent with a bold rate, until the gradient is nothing but
    /// rounding.</summary>
    public static State<NoMemory> Optimum() =>
        new GradientDescent(2)
            .Minimize(Risk, from: [0, 0, 0])
            .Take(10_000)
            .Until(s => s.Converged(1e-14))
            .Last();

    /// <inheritdoc/>
    public void Print(Page page)
    {
        page.Say("""
            The loss of lesson f, now its mean over all points: (1/40) Σ [log(1 + exp(q)) - y q] with the
            score q = w1 x1 + w2 x2 + bias. Its gradient is the mean of (p - y) (x1, x2, 1). The loss is
            convex, so every run with a small enough rate ends at the one minimum; only the way there is
            longer or shorter.
            """);
        PrintStates(page, Descend().Where(state => Shown.Contains(state.Step)));
        var optimum = Optimum();
        page.Say($"The optimum: {optimum.Step} updates at rate 2, until the gradient is at most 1e-14:");
        PrintStates(page, [optimum]);
    }

    /// <inheritdoc/>
    public IEnumerable<Drawing> Draw() => FullBatchLogisticPictures.Of(Descend(), Optimum());

    private static void PrintStates(Page page, IEnumerable<IState> states) => page.Table(
        states,
        ("after n", s => Show.Whole(s.Step)),
        ("w1", s => Show.Digits(s.Parameters[0])),
        ("w2", s => Show.Digits(s.Parameters[1])),
        ("bias", s => Show.Digits(s.Parameters[2])),
        ("mean loss", s => Show.Digits(s.Loss)));
}
