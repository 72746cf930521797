using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(TrainingGenerators), typeof(DomainGenerators)])]
public sealed class ProximalGradientLaws
{
    [Property]
    public void Without_a_penalty_it_is_gradient_descent(Bowl bowl)
    {
        var proximal = new ProximalGradient(0.1, new L1(0)).Minimize(bowl, bowl.Start).Steps(20);
        var plain = new GradientDescent(0.1).Minimize(bowl, bowl.Start).Steps(20);
        foreach (var (composite, smooth) in proximal.Zip(plain))
        {
            Assert.Equal(smooth.Parameters, composite.Parameters);
            Assert.Equal(smooth.Evaluation, composite.Evaluation);
            Assert.Equal(smooth.Evaluations, composite.Evaluations);

            // (x − (x − η g)) / η: the difference is off by two roundings of x and one of η g.
            var slack = Rounding.Gamma(8) * ((smooth.Parameters.Norm / 0.1) + smooth.Optimality);
            Assert.InRange(composite.Optimality, smooth.Optimality - slack, smooth.Optimality + slack);
        }
    }

    [Fact]
    public void The_first_steps_are_those_by_hand()
    {
        // f = ½ (x − 3)² + ½ (y − ¼)², R = ½ (|x| + |y|), η = ½: x ← soft(x − ½ (x − 3), ¼).
        var objective = Objective.From(
            2,
            x => ((x[0] - 3) * (x[0] - 3) / 2) + ((x[1] - 0.25) * (x[1] - 0.25) / 2),
            x => x - Vector.Of(3, 0.25));
        var states = new ProximalGradient(0.5, new L1(0.5)).Minimize(objective, [0, 0]).Steps(3).ToArray();
        Assert.Equal(
            [[0, 0], [1.25, 0], [1.875, 0], [2.1875, 0]],
            states.Select(state => state.Parameters));
        Assert.Equal(4.53125, states[0].Loss);
        Assert.Equal((1.75 * 1.75 / 2) + (0.25 * 0.25 / 2) + 0.625, states[1].Loss);
        Assert.Equal(2.5, states[0].Optimality);
        Assert.Equal([1L, 2, 3, 4], states.Select(state => state.Evaluations));
    }

    [Property]
    public void With_a_small_rate_the_whole_loss_falls_as_theory_says(Bowl bowl, PositiveReal strength)
    {
        // F(xₖ) − F* ≤ ‖x₀ − x*‖² / (2 η k) (Beck, Teboulle 2009). A long run stands in for x*, and its loss
        // is no less than F*.
        var rate = 1 / bowl.Greatest;
        var run = new ProximalGradient(rate, new L1(strength)).Minimize(bowl, bowl.Start);
        var best = run.Take(5000).Until(state => state.Converged(1e-12)).Last();
        var states = run.Take(30).ToArray();
        var distance = (bowl.Start - best.Parameters).Dot(bowl.Start - best.Parameters);
        foreach (var (state, next) in states.Zip(states.Skip(1)))
        {
            var slack = Rounding.Gamma(64) * (state.Loss + Math.Abs(best.Loss));
            Assert.True(next.Loss <= state.Loss + slack, $"{state.Loss:R} rose to {next.Loss:R}");
            Assert.True(next.Loss - best.Loss <= (distance / (2 * rate * next.Step)) + slack);
        }
    }

    [Fact]
    public void The_bias_of_a_risk_is_not_penalised()
    {
        var data = new Dataset(Matrix.FromRows([1.0], [-1.0], [2.0]), [7, 5, 6]);
        var risk = new EmpiricalRisk(data, Loss.HalfSquared);
        var fit = new ProximalGradient(0.3, new L1(1e6)).Minimize(risk, [1, 0])
            .Until(state => state.Converged(1e-12))
            .Last();
        Assert.Equal(0, fit.Parameters[0]);
        Near.Equal(6, fit.Parameters[1], 1e-11);

        var noBias = new EmpiricalRisk(data, Loss.HalfSquared, bias: false);
        var bare = new ProximalGradient(0.3, new L1(1e6)).Minimize(noBias, [1]).ElementAt(3);
        Assert.Equal([0], bare.Parameters);
    }

    [Fact]
    public void A_run_that_diverges_ends_in_a_state_that_is_not_finite()
    {
        var bowl = Objective.From(2, x => x.Dot(x), x => 2 * x);
        Assert.False(new ProximalGradient(1.5, new L1(1)).Minimize(bowl, [3, -4]).Last().IsFinite);
        var infinite = LearningRate.From(_ => double.PositiveInfinity);
        Assert.False(new ProximalGradient(infinite, new L1(1)).Minimize(bowl, [3, -4]).Last().IsFinite);
    }

    [Property]
    public void Resuming_goes_on_with_the_same_states(Bowl bowl)
    {
        var optimizer = new ProximalGradient(LearningRate.InverseTime(0.1, 0.01), new L1(0.3));
        var run = optimizer.Minimize(bowl, bowl.Start).Steps(12).ToArray();
        Assert.Equal(run[5..], optimizer.Resume(bowl, run[5]).Steps(7));
        Assert.Equal(
            run.Where(state => state.Step % 4 == 0),
            optimizer.Minimize(bowl, bowl.Start).Every(4).Take(4));
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var rule = new ProximalGradient(0.1, new L1(1));
        Assert.Throws<ArgumentNullException>("Rate", () => new ProximalGradient(null!, new L1(1)));
        Assert.Throws<ArgumentNullException>("Penalty", () => rule with { Penalty = null! });
        CommaHabits.Print("ProximalGradient(0.1, L1(1))", rule);
    }
}
