using System.Runtime.CompilerServices;
using Descent.Linq;
using Xunit;

namespace Descent.Properties;

/// <summary>Between two states, a run holds little more than the last one.</summary>
[Collection(AloneInMemory.Name)]
public sealed class LiveMemoryLaws
{
    private const int Many = 1_000_000;

    // An array of as many numbers as there are parameters.
    private const double ArrayBytes = 8.0 * Many;

    // What else the process may need meanwhile, as a share of such an array: 800 kB.
    private const double Little = 0.1;

    // What earlier tests left may be collected meanwhile: a measurement may be too small, never too great.
    private const double Leftovers = 0.5;

    private static readonly Vector Start = Vector.Zeros(Many + 1);

    private static readonly Dataset Wide = new(
        Matrix.From(2, Many, (i, j) => ((i + j) % 7) - 3), [0, 1], names: Enumerable.Repeat("x", Many));

    [Fact]
    public void A_run_on_any_objective_holds_parameters_gradient_and_memory()
    {
        var bowl = Objective.From(Many + 1, x => new Evaluation(0.5 * x.Dot(x), x + Vector.Ones(x.Count)));
        AssertHolds(2, new GradientDescent(0.1).Minimize(bowl, Start));
        AssertHolds(3, new Momentum(0.1).Minimize(bowl, Start));
        AssertHolds(4, new Adam(0.1).Minimize(bowl, Start));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_run_on_a_risk_holds_no_room_for_its_sums(int threads)
    {
        var risk = new EmpiricalRisk(Wide, Loss.Logistic, new L2(0.1), maxDegreeOfParallelism: threads);
        AssertHolds(2, new GradientDescent(0.001).Minimize(risk, Start));
        AssertHolds(2, new GradientDescent(0.001).Minimize(new MiniBatches(risk, 1, 1), Start));
    }

    [Fact]
    public void A_thinned_run_holds_the_state_it_shows()
    {
        var risk = new EmpiricalRisk(Wide, Loss.Logistic);
        AssertHolds(2, new GradientDescent(0.001).Minimize(risk, Start).Every(3));
        AssertHolds(2, new GradientDescent(0.001).Minimize(new MiniBatches(risk, 1, 1), Start).EveryEpoch());
    }

    /// <summary>Asserts that between states no more arrays are held than a state has.</summary>
    private static void AssertHolds(int arrays, IEnumerable<IState> run)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = GC.GetTotalMemory(true);
        using var states = run.GetEnumerator();
        for (var step = 0; step < 3; step++)
        {
            Assert.True(Draw(states));
            // The first state's parameters are the start, which the caller holds.
            var held = (GC.GetTotalMemory(true) - before) / ArrayBytes;
            Assert.InRange(held, arrays - (step == 0 ? 1 : 0) - Leftovers, arrays + Little);
        }
    }

    // A method of its own, so that no temporary of it lives on.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Draw(IEnumerator<IState> states) => states.MoveNext();
}
