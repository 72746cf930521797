using Descent.Linq;
using Lessons;
using Xunit;
using static Descent.Properties.LessonSource;

namespace Descent.Properties;

public sealed class ParabolaLessonTests
{
    private static readonly System.Text.Json.JsonElement Source = Json("a_parabola.json");

    [Fact]
    public void The_iterates_the_values_and_the_steps_are_the_source_numbers_bit_for_bit()
    {
        var run = ParabolaLesson.FirstSteps();

        AssertSameBits(Source.Numbers("iterates_x0_to_x10"), run.Select(state => state.Parameters[0]));
        AssertSameBits(Source.Numbers("f_values"), run.Select(state => state.Loss));
        AssertSameBits(Source.Numbers("steps_h_1_to_10"), run.Take(10).Select(ParabolaLesson.NextStep));
    }

    [Fact]
    public void The_stop_rule_fires_where_the_source_says()
    {
        var stop = Source.GetProperty("run_until_the_rule_fires");
        var arrival = ParabolaLesson.Arrival();

        Assert.Equal(stop.Number("updates_applied"), arrival.Step);
        AssertSameBits(
            [stop.Number("final_x"), stop.Number("h_at_stop")],
            [arrival.Parameters[0], ParabolaLesson.NextStep(arrival)]);
    }

    [Fact]
    public void Taking_while_steps_are_large_counts_the_updates_that_Until_makes() =>
        Assert.Equal(ParabolaLesson.Arrival().Step, ParabolaLesson.UpdatesBeforeArrival());

    [Fact]
    public void Ten_steps_do_not_fire_the_stop_rule() =>
        Assert.All(
            ParabolaLesson.FirstSteps().Take(10),
            state => Assert.True(Math.Abs(ParabolaLesson.NextStep(state)) > Source.Number("tolerance")));

    [Fact]
    public void The_parabola_is_the_risk_of_one_row()
    {
        var risk = new EmpiricalRisk(new Dataset(Matrix.FromRows([1]), [0]), Loss.Squared, bias: false);
        var run = new GradientDescent(ParabolaLesson.Rate).Minimize(risk, from: [-5]).Take(11);

        Assert.Equal(ParabolaLesson.FirstSteps(), run);
    }
}
