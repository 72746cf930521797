using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(DomainGenerators)])]
public sealed class ObjectiveLaws
{
    private static readonly IObjective Bowl = Objective.From(2, x => x.Dot(x), x => 2 * x);
    private static readonly IObjective Plane = Objective.From(2, x => x[0] + (3 * x[1]), _ => [1, 3]);

    [Property]
    public void An_objective_evaluates_its_functions(Finite x, Finite y)
    {
        Bits.Equal(new((x * x.Value) + (y * y.Value), [2 * x, 2 * y]), Objective.From(
            2, v => (v[0] * v[0]) + (v[1] * v[1]), v => 2 * v).Evaluate([x, y]));
        Bits.Equal(new(x, [y, x]), Objective.From(2, v => new(v[0], [v[1], v[0]])).Evaluate([x, y]));
    }

    [Fact]
    public void An_objective_of_one_variable_takes_functions_of_a_number()
    {
        var parabola = Objective.From(x => x * x, x => 2 * x);
        Assert.Equal(1, parabola.Dimension);
        Assert.Equal(new Evaluation(9, [-6.0]), parabola.Evaluate([-3.0]));
    }

    [Property]
    public void A_sum_adds_losses_and_gradients_from_left_to_right(RiskCase sample, Finite factor)
    {
        var scaled = Objective.Scale(factor, sample.Risk);
        var (a, b) = (sample.Risk.Evaluate(sample.Parameters), scaled.Evaluate(sample.Parameters));
        Bits.Equal(
            new(a.Loss + b.Loss + b.Loss, a.Gradient + b.Gradient + b.Gradient),
            Objective.Sum(sample.Risk, scaled, scaled).Evaluate(sample.Parameters));
    }

    [Property]
    public void A_multiple_multiplies_loss_and_gradient(RiskCase sample, Finite factor)
    {
        var one = sample.Risk.Evaluate(sample.Parameters);
        Bits.Equal(
            new(factor * one.Loss, factor * one.Gradient),
            Objective.Scale(factor, sample.Risk).Evaluate(sample.Parameters));
    }

    [Fact]
    public void A_sum_is_not_changed_by_changing_the_callers_array()
    {
        IObjective[] terms = [Bowl, Plane];
        var sum = Objective.Sum(terms);
        terms[1] = Bowl;
        Assert.Equal(new Evaluation(5 + 7, [3, 7]), sum.Evaluate([1, 2]));
    }

    [Property]
    public void Of_a_stochastic_objective_the_full_one_is_summed_and_scaled(Regression sample)
    {
        var risk = new EmpiricalRisk(sample.Data, Loss.Squared);
        var batches = new MiniBatches(risk, 1, new Seed(1));
        var full = risk.Evaluate(sample.Parameters);
        Bits.Equal(full, Objective.Sum(batches).Evaluate(sample.Parameters));
        Bits.Equal(full, Objective.Scale(1, batches).Evaluate(sample.Parameters));
    }

    [Fact]
    public void A_gradient_of_another_length_is_named()
    {
        var wrong = Objective.From(2, _ => 0, _ => [1, 2, 3]);
        Assert.Equal(
            "The gradient has 3 entries for 2 parameters; return one entry per parameter.",
            Assert.Throws<InvalidOperationException>(() => wrong.Evaluate([0, 0])).Message);
    }

    [Fact]
    public void An_evaluation_prints_its_loss_and_gradient_in_every_culture()
    {
        CommaHabits.Print("loss -0.5, gradient [-1.5, 2]", new Evaluation(-0.5, [-1.5, 2]));
        CommaHabits.Print("loss NaN, gradient []", new Evaluation(double.NaN, default));
        CommaHabits.Print("loss 0, gradient []", default(Evaluation));
    }

    [Fact]
    public void Parameters_of_another_length_are_refused() =>
        Assert.Equal(
            "parameters has length 3, but the objective has length 2; pass one of length 2. "
            + "(Parameter 'parameters')",
            Assert.Throws<ArgumentException>(() => Bowl.Evaluate([1, 2, 3])).Message);

    [Fact]
    public void Wrong_arguments_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("dimension", () => Objective.From(0, _ => 0, x => x));
        Assert.Throws<ArgumentNullException>("loss", () => Objective.From(1, null!, x => x));
        Assert.Throws<ArgumentNullException>("gradient", () => Objective.From(1, _ => 0, null!));
        Assert.Throws<ArgumentNullException>("evaluate", () => Objective.From(1, null!));
        Assert.Throws<ArgumentNullException>("loss", () => Objective.From(null!, (double x) => x));
        Assert.Throws<ArgumentNullException>("derivative", () => Objective.From((double x) => x, null!));
        Assert.Throws<ArgumentNullException>("terms", () => Objective.Sum(null!));
        Assert.Throws<ArgumentNullException>("terms[1]", () => Objective.Sum(Bowl, null!));
        Assert.Throws<ArgumentNullException>("objective", () => Objective.Scale(1, null!));
        Assert.Throws<ArgumentOutOfRangeException>("factor", () => Objective.Scale(double.NaN, Bowl));
        Assert.Throws<ArgumentException>("terms", () => Objective.Sum());
        Assert.Equal(
            "terms[1] has length 1, but the first term has length 2; pass one of length 2. "
            + "(Parameter 'terms[1]')",
            Assert.Throws<ArgumentException>(
                () => Objective.Sum(Bowl, Objective.From(x => x, _ => 1))).Message);
    }

    [Property]
    public void Functions_see_any_parameters_and_their_values_come_back_as_they_are(
        AnyDouble x, AnyDouble value)
    {
        var evaluation = Objective.From(y => y, _ => value).Evaluate([x.Value]);
        Bits.Equal(new(x, [value.Value]), evaluation);
        Assert.Equal(double.IsFinite(x) && double.IsFinite(value), evaluation.IsFinite);
    }
}
