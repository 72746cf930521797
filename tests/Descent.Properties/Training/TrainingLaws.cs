using System.Collections;
using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(TrainingGenerators)])]
public sealed class TrainingLaws
{
    [Property(MaxTest = 50)]
    public void A_run_stops_before_or_at_convergence_as_LINQ_says(Bowl bowl)
    {
        var run = new Momentum(0.05).Minimize(bowl, bowl.Start);
        var before = run.TakeWhile(s => !s.Converged(1e-9)).Take(1000).ToArray();
        var through = run.Until(s => s.Converged(1e-9)).Take(1001).ToArray();
        Assert.Equal(before.Length + 1, through.Length);
        Assert.All(before, s => Assert.False(s.Converged(1e-9)));
        // Every ηλ is in [0.005, 0.5], where momentum's roots have size √0.9: 1000 steps are ample.
        Assert.True(through[^1].Converged(1e-9));
    }

    [Fact]
    public void TakeWhile_not_converged_ends_at_the_state_before_the_one_that_Until_keeps()
    {
        var bowl = Objective.From(2, x => x.Dot(x), x => 2 * x);
        var training = new Momentum(0.05).Minimize(bowl, from: [3, -4]);
        var fit = training.TakeWhile(s => !s.Converged(1e-9)).Take(1000).Last();
        Assert.Equal(fit.Step + 1, training.Until(s => s.Converged(1e-9)).Last().Step);
        Assert.InRange(fit.Step, 100, 998);
        // The state before the converged one: above the tolerance, and one step of momentum before it.
        Assert.InRange(fit.Optimality, 1e-9, 1e-8);
        Assert.InRange(fit.Parameters.Norm, 0, 1e-8);
    }

    [Fact]
    public void Stochastic_and_plain_overloads_make_the_same_run()
    {
        var batches = new MiniBatches(new EmpiricalRisk(Samples.Line(), Loss.HalfSquared), 3, 1);
        IObjective plain = batches;
        var rule = new Momentum(0.1);
        var run = rule.Minimize(batches, [0, 0]);
        Assert.Equal(StateBits.OfAll(run.Take(20)), StateBits.OfAll(rule.Minimize(plain, [0, 0]).Take(20)));
        Assert.Equal(4, rule.Minimize(plain, [0, 0]).StepsPerEpoch);
        Assert.Equal(4, rule.Resume(plain, run.ElementAt(5)).StepsPerEpoch);
    }

    [Fact]
    public void A_batch_of_all_rows_makes_the_full_run()
    {
        var risk = new EmpiricalRisk(Samples.TwoClasses(), Loss.Logistic);
        var rule = new Adam(0.1);
        Assert.Equal(
            StateBits.OfAll(rule.Minimize(risk, [0, 0, 0]).Take(20)),
            StateBits.OfAll(rule.Minimize(new MiniBatches(risk, 20, 9), [0, 0, 0]).Take(20)));
    }

    [Fact]
    public void The_untyped_enumerator_walks_the_same_states()
    {
        IEnumerable run = new GradientDescent(0.1).Minimize(new CoinToss(3, 10), [0]);
        var walked = run.Cast<State<NoMemory>>().Take(5);
        Assert.Equal(new GradientDescent(0.1).Minimize(new CoinToss(3, 10), [0]).Take(5), walked);
    }

    [Fact]
    public void A_missing_optimizer_is_named_at_the_call()
    {
        IOptimizer<NoMemory> none = null!;
        var risk = new EmpiricalRisk(Samples.Line(), Loss.HalfSquared);
        var batches = new MiniBatches(risk, 3, 1);
        var at = new GradientDescent(1).Init(risk, [0, 0]);
        Assert.All(
            new Action[]
            {
                () => none.Minimize(risk, [0, 0]),
                () => none.Minimize(batches, [0, 0]),
                () => none.Resume(risk, at),
                () => none.Resume(batches, at),
            },
            call => Assert.Throws<ArgumentNullException>("optimizer", call));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_state_whose_gradient_has_another_length_is_refused_at_the_call(int entries)
    {
        var risk = new EmpiricalRisk(Samples.Line(), Loss.HalfSquared);
        var batches = new MiniBatches(risk, 3, 1);
        var (rule, search) = (new Momentum(0.1), new ArmijoDescent(1));
        var wrong = new Evaluation(1, Vector.Ones(entries));
        var at = rule.Init(risk, [0, 0]).WithEvaluation(wrong);
        var searched = search.Init(risk, [0, 0]).WithEvaluation(wrong);
        Assert.All(
            new Action[]
            {
                () => rule.Resume(risk, at),
                () => rule.Resume(batches, at),
                () => search.Resume(risk, searched),
            },
            call => Assert.StartsWith(
                $"at.Gradient has length {entries}, but the objective has length 2; pass one of length 2.",
                Assert.Throws<ArgumentException>("at.Gradient", call).Message,
                StringComparison.Ordinal));
        Assert.Equal(2, rule.Resume(risk, at.EvaluatedOn(risk)).First().Gradient.Count);
    }

    [Property]
    public void Whatever_the_objective_gives_a_run_goes_on_or_ends_not_finite(
        AnyDouble loss, AnyDouble a, AnyDouble b)
    {
        var objective = Objective.From(2, _ => new Evaluation(loss, [a, b]));
        AssertHonest(new GradientDescent(0.1));
        AssertHonest(new Momentum(0.1));
        AssertHonest(new Nesterov(0.1));
        AssertHonest(new Adam(0.1));
        AssertHonest(new Momentum(0.1).ClipByNorm(1));

        void AssertHonest<TMemory>(IOptimizer<TMemory> rule)
        {
            const int many = 20;
            var run = rule.Minimize(objective, [1, -1]).Take(many).ToArray();
            Assert.All(run[..^1], s => Assert.True(s.IsFinite));
            Assert.True(run.Length == many || !run[^1].IsFinite);
            Assert.Equal(double.IsFinite(loss) && double.IsFinite(a) && double.IsFinite(b), run[0].IsFinite);
            // A coordinate with a gradient of ordinary size has moved.
            if (run.Length > 1 && Math.Abs(a) is > 1e-3 and < 1e3 && Math.Abs(b) < 1e3)
                Assert.NotEqual(1, run[1].Parameters[0]);
        }
    }

    [Property]
    public void Any_finite_start_is_taken_as_it_is(AnyDouble x)
    {
        var bowl = Objective.From(y => y * y / 2, y => y);
        if (!double.IsFinite(x))
        {
            Assert.Throws<ArgumentException>("from", () => { new GradientDescent(0.5).Minimize(bowl, [x]); });
            return;
        }

        var run = new GradientDescent(0.5).Minimize(bowl, [x]).Take(3).ToArray();
        Assert.Equal(x, run[0].Parameters[0]);
        Assert.True(run.Length == 3 || (run.Length == 1 && double.IsInfinity(run[0].Loss)));
    }
}
