using Descent;
using Descent.Linq;

namespace Lessons;

/// <summary>A line through six points by the sum of squares, all points at every step.</summary>
public sealed class LineLesson : ILesson
{
    /// <summary>The learning rate.</summary>
    public const double Rate = 2e-5;

    /// <summary>The tolerance of the stop rules.</summary>
    public const double Tolerance = 1e-6;

    /// <summary>The most updates of a run.</summary>
    public const int MostSteps = 100_000;

    /// <inheritdoc/>
    public string Name => "b";

    /// <inheritdoc/>
    public string Title => "A line through six points: all of them at every step";

    /// <summary>The run until both entries of the step h = α ∇L are small.</summary>
    public static IEnumerable<State<NoMemory>> UntilStepIsSmall(IObjective loss) =>
        new GradientDescent(Rate)
            .Minimize(loss, from: [0, 0])
            .Steps(MostSteps)
            .Until(s => (Rate * s.Gradient).NormInf <= Tolerance);

    /// <summary>The run until both entries of the gradient itself are small, which is 50 000 times as
    /// strict.</summary>
    public static IEnumerable<State<NoMemory>> UntilGradientIsSmall(IObjective loss) =>
        new GradientDescent(Rate)
            .Minimize(loss, from: [0, 0])
            .Steps(MostSteps)
            .Until(s => s.Gradient.NormInf <= Tolerance);

    /// <summary>The minimum in closed form, by least squares.</summary>
    public static Vector ClosedForm() => NormalEquations.LeastSquares(LineData.Points);

    /// <summary>The curvatures of the loss along its two axes: the eigenvalues of 2 [Σx² Σx; Σx n].</summary>
    public static (double Least, double Greatest) Curvatures()
    {
        var squares = 2 * LineData.X.Dot(LineData.X);
        var sum = 2 * LineData.X.Sum();
        var count = 2.0 * LineData.X.Count;
        var gap = Math.Sqrt(((squares - count) * (squares - count)) + (4 * sum * sum));
        var greatest = (squares + count + gap) / 2;
        return (((squares * count) - (sum * sum)) / greatest, greatest);
    }

    /// <summary>Whether a step has a row in the table: the first ten and every ten-thousandth.</summary>
    public static bool IsShown(IState state) =>
        state.Step is >= 1 and <= 10 || (state.Step > 0 && state.Step % 10_000 == 0);

    /// <inheritdoc/>
    public void Print(Page page)
    {
        page.Say("""
            Learn a and b of y = a x + b by descent on the loss L(a, b) = Σ (y - a x - b)², a sum and not
            a mean. The gradient is (Σ -2 (y - a x - b) x, Σ -2 (y - a x - b)); the step is h = α ∇L with
            α = 2e-5. After ten updates most of the loss is gone; the rest takes a hundred thousand.
            """);
        var run = UntilStepIsSmall(LineData.SumOfAllSquares).ToList();
        var final = run[^1];
        PrintStates(page, run.Where(IsShown).Append(final));
        var difference = Agreement.LargestDifference(run, UntilStepIsSmall(LineData.Risk));
        page.Say($"""
            It stops before update {final.Step + 1}, where both entries of h are at most 1e-6:
            h = {Rate * final.Gradient}

            The library's own sum of squares adds in another order. The largest relative difference of a
            parameter, over the whole run, is {Show.Size(difference)}.
            """);

        page.Say("Asked for a gradient of at most 1e-6 instead, the rule does not fire in 100000 updates:");
        PrintStates(page, [UntilGradientIsSmall(LineData.SumOfAllSquares).Last()]);
        PrintClosedForm(page);
    }

    /// <inheritdoc/>
    public IEnumerable<Drawing> Draw() => LinePictures.Of([.. UntilStepIsSmall(LineData.SumOfAllSquares)]);

    private static void PrintStates(Page page, IEnumerable<IState> states) => page.Table(
        states,
        ("after n", s => Show.Whole(s.Step)),
        ("a", s => Show.Exact(s.Parameters[0])),
        ("b", s => Show.Exact(s.Parameters[1])),
        ("loss", s => Show.Exact(s.Loss)));

    private static void PrintClosedForm(Page page)
    {
        var best = ClosedForm();
        var loss = LineData.SumOfAllSquares.Evaluate(best).Loss;
        var (least, greatest) = Curvatures();
        page.Say($"""
            The closed form is a = 27/50, b = 169/30, with the loss 3038/15. Least squares gives
            a = {Show.Digits(best[0])}, b = {Show.Digits(best[1])}, loss {Show.Digits(loss)}.

            Why it takes so long: the loss curves by {Show.Digits(least)} along one axis and by
            {Show.Digits(greatest)} along the other.
            The steep one allows no α above 2 / 14309; with α = 2e-5, the error along the flat one
            shrinks only by the factor 1 - {Show.Size(Rate * least)} per update.
            """);
    }
}
