using System.Text.Json;
using Lessons;
using Xunit;
using static Descent.Properties.LessonSource;

namespace Descent.Properties;

public sealed class LineLessonTests
{
    private static readonly JsonElement Source = Json("b_line_batch.json");
    private static readonly Lazy<IReadOnlyList<State<NoMemory>>> WrittenOut =
        new(() => [.. LineLesson.UntilStepIsSmall(LineData.SumOfAllSquares)]);
    private static readonly Lazy<IReadOnlyList<State<NoMemory>>> OnRisk =
        new(() => [.. LineLesson.UntilStepIsSmall(LineData.Risk)]);

    [Fact]
    public void The_data_is_that_of_the_source()
    {
        Assert.Equal(Source.Numbers("X"), LineData.X);
        Assert.Equal(Source.Numbers("Y"), LineData.Y);
        Assert.Equal(Source.Number("initial_loss"), WrittenOut.Value[0].Loss);
        Assert.Equal(Source.Number("initial_loss"), OnRisk.Value[0].Loss);
    }

    [Fact]
    public void Every_row_written_out_is_that_of_the_source_bit_for_bit()
    {
        Assert.All(Shown(), row => AssertSameBits(Numbers(row), Numbers(WrittenOut.Value[Step(row)])));
        AssertSameBits(Numbers(Source.GetProperty("final")), Numbers(WrittenOut.Value[^1]));
    }

    [Fact]
    public void Every_row_on_the_empirical_risk_is_that_of_the_source()
    {
        Assert.All(Shown(), row => AssertNear(Numbers(row), Numbers(OnRisk.Value[Step(row)])));
        AssertNear(Numbers(Source.GetProperty("final")), Numbers(OnRisk.Value[^1]));
    }

    [Fact]
    public void Written_out_the_run_stops_with_the_step_of_the_source_bit_for_bit()
    {
        var stop = Source.GetProperty("stop");
        var last = WrittenOut.Value[^1];

        Assert.Equal(stop.Number("updates_applied"), last.Step);
        Assert.Equal(stop.Number("iteration_whose_update_was_not_applied"), last.Step + 1);
        AssertSameBits([stop.Number("gradient_a"), stop.Number("gradient_b")], last.Gradient);
        AssertSameBits([stop.Number("h_a"), stop.Number("h_b")], LineLesson.Rate * last.Gradient);
    }

    [Fact]
    public void On_the_empirical_risk_the_run_stops_at_the_same_update()
    {
        var stop = Source.GetProperty("stop");
        var last = OnRisk.Value[^1];

        // The gradient is what is left of six terms that cancel: it is right to 1e-12 of their sizes only.
        var terms = LineData.Risk.Scores(last.Parameters).Zip(LineData.Y, (s, y) => 2 * Math.Abs(s - y));
        Assert.Equal(stop.Number("updates_applied"), last.Step);
        AssertNear(stop.Number("gradient_a"), last.Gradient[0], terms.Dot(LineData.X));
        AssertNear(stop.Number("gradient_b"), last.Gradient[1], terms.Sum());
    }

    [Fact]
    public void A_rule_on_the_bare_gradient_never_fires()
    {
        var variant = Source.GetProperty("variant_if_h_means_the_gradient_without_alpha");
        var last = LineLesson.UntilGradientIsSmall(LineData.SumOfAllSquares).Last();

        Assert.Equal(JsonValueKind.Null, variant.GetProperty("stop").ValueKind);
        Assert.Equal(Source.Number("n_iter"), last.Step);
        Assert.Equal(variant.GetProperty("last_recorded").Number("n"), last.Step);
        AssertSameBits(Numbers(variant.GetProperty("last_recorded")), Numbers(last));
        AssertSameBits(Numbers(variant.GetProperty("final")), Numbers(last));
    }

    [Fact]
    public void On_the_empirical_risk_a_rule_on_the_bare_gradient_never_fires_either()
    {
        var variant = Source.GetProperty("variant_if_h_means_the_gradient_without_alpha");
        var last = LineLesson.UntilGradientIsSmall(LineData.Risk).Last();

        Assert.Equal(Source.Number("n_iter"), last.Step);
        AssertNear(Numbers(variant.GetProperty("last_recorded")), Numbers(last));
    }

    [Fact]
    public void Least_squares_is_the_closed_form_of_the_source()
    {
        var closed = Source.GetProperty("closed_form");
        var best = LineLesson.ClosedForm();

        AssertNear([27.0 / 50, 169.0 / 30, 3038.0 / 15], Numbers(closed));
        AssertNear(Numbers(closed), [.. best, LineData.Risk.Evaluate(best).Loss]);
    }

    [Fact]
    public void The_curvatures_are_those_of_the_source()
    {
        var (least, greatest) = LineLesson.Curvatures();
        AssertNear(Source.Numbers("hessian_eigenvalues"), [least, greatest]);
    }

    private static IEnumerable<JsonElement> Shown() =>
        [.. Source.Elements("loss_after_update_n"), .. Source.Elements("every_10000")];

    private static int Step(JsonElement row) => row.GetProperty("n").GetInt32();

    private static double[] Numbers(JsonElement row) =>
        [row.Number("a"), row.Number("b"), row.Number("loss")];

    private static double[] Numbers(IState state) => [.. state.Parameters, state.Loss];
}
