using Descent.Linq;
using Descent.TestFunctions;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>Our minimizers on the functions that minimizers are tried on.</summary>
public sealed class OwnSolversLaws
{
    // How many of the ten each solves, and in how many evaluations altogether: as measured. Half as many more
    // may be needed before the law is broken, not one function fewer.
    private static readonly Dictionary<string, (int Solved, long Evaluations)> Measured = new()
    {
        ["SteepestDescent"] = (5, 10035),
        ["ConjugateGradient"] = (9, 1880),
        ["Bfgs"] = (10, 536),
        ["Bfgs, Hager–Zhang"] = (10, 665),
        ["LBfgs"] = (10, 587),
        ["LBfgs, Hager–Zhang"] = (10, 695),
        ["LBfgsB, Armijo"] = (10, 645),
        ["LBfgsB, Hager–Zhang"] = (10, 709),
        ["LBfgsB"] = (10, 584),
        ["Newton"] = (10, 353),
        ["NewtonCG"] = (9, 365),
        ["TrustRegionNewton"] = (9, 253),
        ["GaussNewton"] = (10, 559),
        ["LevenbergMarquardt"] = (10, 235),
    };

    public static TheoryData<Solver> All => [.. OwnSolvers.All];

    [Theory]
    [MemberData(nameof(All))]
    public void No_failure_is_silent(Solver solver) => Complaints.None(
        from function in StandardFunctions.All
        let outcome = solver.Run(function)
        where outcome.IsSilentFailure(function)
        select $"{solver.Name} on {function} says '{outcome.Ended}' at {outcome.Point}.");

    [Theory]
    [MemberData(nameof(All))]
    public void As_many_functions_are_solved_as_ever_and_in_as_few_evaluations(Solver solver)
    {
        var (solved, evaluations) = Measured[solver.Name];
        var outcomes = StandardFunctions.All
            .Select(function => (Outcome: solver.Run(function), Function: function))
            .Where(pair => pair.Outcome.On(pair.Function) == Place.Minimum)
            .ToArray();
        Assert.True(outcomes.Length >= solved, $"{solver.Name} solves {outcomes.Length} of {solved}.");
        Assert.InRange(outcomes.Sum(pair => pair.Outcome.Evaluations), 0, (long)(1.5 * evaluations));
    }

    [Property]
    public void Within_bounds_each_function_ends_where_no_permitted_direction_leads_down(int seed)
    {
        var draw = (Seed)seed;
        var function = StandardFunctions.All[draw.Integer(0, StandardFunctions.All.Length)];
        var widths = Vector.From(Enumerable.Range(0, function.Dimension).Select(i => draw.Uniform(i + 1)));
        var box = new Box(function.Start - (0.3 * widths), function.Start + widths);
        var run = new LBfgsB(box).Minimize(function.Objective, function.Start).Steps(2000).ToArray();
        Assert.All(run, state => Assert.Equal(0, box.Value(state.Parameters)));
        foreach (var (state, next) in run.Zip(run.Skip(1)))
            Assert.True(next.Loss <= state.Loss * (1 + 1e-13), $"{state.Loss:R} rose to {next.Loss:R}");

        // The gradient's rounding: that of its terms, which are of its size at the start. Only the loss of
        // the Gaussian is less precise: its residuals, 10⁻⁴ together, are differences of numbers near 0.4,
        // so that the loss is off by 2 · 10⁻⁴ · √15 · 16 u = 1.4e-18, which with the curvature 8 hides
        // gradients of √(2 · 8 · 1.4e-18) = 4.7e-9.
        var (first, last) = (run[0], run[^1]);
        Assert.NotEqual(Stall.None, last.Stall);
        var slack = function.Name == "Gaussian" ? 4.7e-9 : 1e-13 * (1 + first.Gradient.Norm);
        Assert.True(last.Optimality <= slack, $"{function} in {box}: {last}");
    }
}
