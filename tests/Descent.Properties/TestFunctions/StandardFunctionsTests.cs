using System.Text.Json;
using Descent.TestFunctions;
using Xunit;

namespace Descent.Properties;

/// <summary>The test functions are those of the paper.</summary>
public sealed class StandardFunctionsTests
{
    private const string Table = "test-functions/functions.json";

    public static TheoryData<TestFunction> All => [.. StandardFunctions.All];

    [ReferenceFact(Table)]
    public void Starts_and_what_is_there_are_those_of_the_table()
    {
        foreach (var (function, entry) in StandardFunctions.All.Zip(Entries()))
        {
            Assert.Equal(entry.GetProperty("name").GetString(), function.Name);
            Assert.Equal(Numbers(entry, "x0"), function.Start);
            Assert.Equal(entry.GetProperty("m").GetInt32(), function.Residuals(function.Start).Count);

            // Sums of at most fifteen terms, each of a few operations; residuals that are small are
            // differences of numbers of size 1.
            var (loss, gradient) = function.Objective.Evaluate(function.Start);
            var unit = 64 * Rounding.Unit;
            Near.Equal(
                entry.GetProperty("f_x0").GetDouble(), loss, unit * (1 + (1 / Math.Sqrt(loss))));
            var expected = Numbers(entry, "gradient_x0");
            Assert.True((gradient - expected).Norm <= unit * (1 + expected.Norm), function.Name);
        }
    }

    [ReferenceFact(Table)]
    public void Minima_are_those_of_the_table()
    {
        foreach (var (function, entry) in StandardFunctions.All.Zip(Entries()))
        {
            var minima = entry.GetProperty("minima").EnumerateArray().ToArray();
            var values = minima.Select(one => one.GetProperty("f").GetDouble());
            Assert.Equal(values.Select(f => f < 1e-100 ? 0 : f).ToHashSet(), function.Minima.ToHashSet());
            foreach (var minimum in minima)
            {
                var point = Numbers(minimum, "x");
                Assert.NotNull(function.MinimumAt(point));

                // What a double program can reach there, and a few roundings of the terms of the gradient.
                var norm = minimum.GetProperty("gradient_norm_at_x_rounded_to_double").GetDouble();
                var curvature = minimum.GetProperty("hessian_eigenvalue_max").GetDouble();
                var slack = 64 * Rounding.Unit * curvature * (1 + point.Norm);
                Assert.InRange(function.Objective.Evaluate(point).Gradient.Norm, 0, norm + slack);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Gradients_and_Hessians_are_right(TestFunction function)
    {
        // At the start some second derivatives are 0, and the Gaussian is all but fitted, so that no
        // difference can tell; a little away neither is so.
        var away = Vector.From(Enumerable.Range(1, function.Dimension).Select(i => 0.1 * i));
        foreach (var x in new[] { function.Start, function.Start + away, function.Start - (0.7 * away) })
        {
            var report = GradientCheck.Of(function.Objective, x);
            var isRight = report.Verdict == GradientVerdict.Right
                || (report.Verdict == GradientVerdict.Inconclusive && x == function.Start);
            Assert.True(isRight, $"{function} at {x}: {report}");
            var hessian = HessianCheck.Of(function.Objective, function.Hessian, x);
            var isHessianRight = hessian.Verdict == GradientVerdict.Right
                || (hessian.Verdict == GradientVerdict.Inconclusive && x == function.Start);
            Assert.True(isHessianRight, $"{function} at {x}: {hessian}");
        }
    }

    [Fact]
    public void A_point_that_is_not_at_a_minimum_is_told_from_one_that_is()
    {
        var rosenbrock = StandardFunctions.All[0];
        Assert.Equal(0, rosenbrock.MinimumAt([1, 1]));
        Assert.Equal(0, rosenbrock.MinimumAt([1 + 1e-9, 1]));
        Assert.Null(rosenbrock.MinimumAt([1.0001, 1]));
        Assert.Null(rosenbrock.MinimumAt([double.NaN, 1]));
        Assert.Equal(48.98425367924002, StandardFunctions.All[1].MinimumAt([11.4127789869, -0.896805253274]));
        Assert.True(new Outcome([1.0001, 1], 1, "", Claims: true).IsSilentFailure(rosenbrock));
        Assert.False(new Outcome([1.0001, 1], 1, "", Claims: false).IsSilentFailure(rosenbrock));
        Assert.Equal(Place.Nothing, new Outcome(null, 1, "", Claims: false).On(rosenbrock));
    }

    private static JsonElement[] Entries() =>
    [
        .. JsonDocument.Parse(File.ReadAllText(Repository.SharedReference(Table))).RootElement
            .GetProperty("functions").EnumerateArray(),
    ];

    private static Vector Numbers(JsonElement element, string name) =>
        Vector.From(element.GetProperty(name).EnumerateArray().Select(x => x.GetDouble()));
}
