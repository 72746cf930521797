using System.Reflection;
using System.Runtime.CompilerServices;
using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>What minimizers promise beyond the contract, seen on a line search of a user's own.</summary>
[Properties(Arbitrary = [typeof(TrainingGenerators)])]
public sealed class MinimizerLaws
{
    [Property]
    public void Each_accepted_step_satisfies_Armijo_s_inequality(Bowl bowl)
    {
        // The promise is the test itself, bit for bit; within rounding of the minimum no rate may pass it.
        var run = new ArmijoDescent(1).Minimize(bowl, bowl.Start).Take(40).ToArray();
        foreach (var (state, next) in run.Zip(run.Skip(1)).TakeWhile(pair => pair.First.Optimality > 1e-6))
            Assert.InRange(next.Loss, 0, ArmijoDescent.Bound(state, next.Memory));
    }

    [Property]
    public void Each_accepted_rate_is_as_great_as_theory_says(Bowl bowl)
    {
        // Every rate up to 2 (1 − c) / L passes, so halving stops at (1 − c) / L or above, or at the first
        // try, which is 1.
        var least = Math.Min(1, (1 - ArmijoDescent.Fraction) / bowl.Greatest * (1 - 1e-9));
        var run = new ArmijoDescent(1).Minimize(bowl, bowl.Start).Take(40);
        Assert.All(
            run.TakeWhile(state => state.Optimality > 1e-6).Skip(1),
            state => Assert.True(state.Memory >= least));
    }

    [Fact]
    public void A_stochastic_objective_is_refused_at_the_call()
    {
        var risk = new EmpiricalRisk(Samples.Line(), Loss.HalfSquared);
        var batches = new MiniBatches(risk, 2, 1);
        var search = new ArmijoDescent(1);
        var at = search.Init(risk, [0, 0]);
        Assert.All(
            new Action[] { () => search.Minimize(batches, [0, 0]), () => search.Resume(batches, at) },
            call =>
            {
                var error = Assert.Throws<ArgumentException>("objective", call);
                Assert.Contains("objective is stochastic", error.Message, StringComparison.Ordinal);
                Assert.Contains("Pass the full objective", error.Message, StringComparison.Ordinal);
            });
        Assert.True(search.Minimize(batches.Risk, [0, 0]).Take(3).Last().Loss < at.Loss);
    }

    [Fact]
    public void A_missing_minimizer_is_named_at_the_call()
    {
        ArmijoDescent none = null!;
        var coin = new CoinToss(1, 2);
        var at = new ArmijoDescent(1).Init(coin, [0]);
        Assert.Throws<ArgumentNullException>("minimizer", () => { none.Minimize(coin, [0]); });
        Assert.Throws<ArgumentNullException>("minimizer", () => { none.Resume(coin, at); });
    }

    [Fact]
    public void What_changes_gradients_takes_no_minimizer()
    {
        // A clipped gradient is no gradient of the objective: minimizer.ClipByNorm(1) must not compile.
        Assert.DoesNotContain(Extensions(nameof(ClipByNorm<>)), m => TakesFirst(m, typeof(IMinimizer<>)));
        Assert.Contains(Extensions(nameof(ClipByNorm<>)), m => TakesFirst(m, typeof(IOptimizer<>)));
        var inner = Assert.Single(typeof(ClipByNorm<>).GetConstructors()).GetParameters()[0].ParameterType;
        Assert.Equal(typeof(IOptimizer<>), inner.GetGenericTypeDefinition());
        Assert.DoesNotContain(typeof(ClipByNorm<>).GetInterfaces(), i => Is(i, typeof(IMinimizer<>)));
    }

    [Fact]
    public void No_overload_of_Minimize_joins_a_minimizer_with_a_stochastic_objective()
    {
        var minimize = Extensions(nameof(MinimizeExtensions.Minimize)).ToArray();
        Assert.Equal(3, minimize.Length);
        Assert.DoesNotContain(minimize, m => TakesFirst(m, typeof(IMinimizer<>))
            && m.GetParameters()[1].ParameterType == typeof(IStochasticObjective));
    }

    private static IEnumerable<MethodInfo> Extensions(string name) =>
        from assembly in new[] { typeof(Optimizer).Assembly, typeof(MinimizeExtensions).Assembly }
        from type in assembly.GetExportedTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.IsDefined(typeof(ExtensionAttribute)) && method.Name == name
        select method;

    private static bool TakesFirst(MethodInfo method, Type definition) =>
        Is(method.GetParameters()[0].ParameterType, definition);

    private static bool Is(Type type, Type definition) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
