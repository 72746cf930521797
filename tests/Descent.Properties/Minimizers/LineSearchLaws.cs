using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>What every line search promises, and what each one's inequalities are.</summary>
[Properties(Arbitrary = [typeof(TrainingGenerators), typeof(Generators)])]
public sealed class LineSearchLaws
{
    private static readonly ILineSearch[] All =
    [
        new Armijo(),
        new StrongWolfe(),
        new StrongWolfe(1e-3, 0.1),
        new HagerZhang(),
        new HagerZhang(0.3, 0.4),
    ];

    [Property]
    public void Each_accepted_step_satisfies_its_inequalities_on_a_bowl(Bowl bowl, UnitReal share) =>
        Assert.All(All, search => AssertKept(search, Downhill(bowl, bowl.Start), First(share)));

    [Property]
    public void Each_accepted_step_satisfies_its_inequalities_where_nothing_is_convex(
        Bowl bowl, UnitReal share)
    {
        // A bowl with waves across it: bounded below, so a Wolfe step exists along every descent.
        var hills = Objective.From(bowl.Dimension, x =>
        {
            var (loss, gradient) = bowl.Evaluate(x);
            return new Evaluation(
                loss + x.Map(e => Elementary.CosPi(2 * e)).Sum(),
                gradient - (2 * Math.PI * x.Map(e => Elementary.CosPi((2 * e) - 0.5))));
        });
        Assert.All(All, search => AssertKept(search, Downhill(hills, bowl.Start), First(share)));
    }

    [Fact]
    public void The_functions_of_Moré_and_Thuente_are_searched_from_every_first_step()
    {
        foreach (var objective in MoreThuente.All)
        {
            var line = Downhill(objective, [0]);
            foreach (var first in new[] { 1e-3, 0.1, 10, 1e3 })
            {
                foreach (var search in All)
                {
                    var found = AssertKept(search, line, first);
                    Assert.InRange(found.Evaluations, 1, 25);
                }
            }
        }
    }

    [Fact]
    public void A_parabola_whose_minimum_is_tried_first_costs_one_evaluation()
    {
        var line = Downhill(Objective.From(x => x * x, x => 2 * x), [4]);
        Assert.All(All, search => Assert.Equal(1, search.Search(line, 0.5).Evaluations));
        Assert.All(All, search => Assert.Equal([0], search.Search(line, 0.5).Point.Parameters));
    }

    [Fact]
    public void Steps_beyond_a_wall_are_stepped_back_from() => Assert.All(
        new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity }, beyond =>
        {
            // 1 / (1 − x) − 3 x: its minimum is at 1 − 1 / √3, the wall at 1.
            var walled = Objective.From(
                x => x < 1 ? (1 / (1 - x)) - (3 * x) : beyond,
                x => x < 1 ? (1 / ((1 - x) * (1 - x))) - 3 : x);
            foreach (var first in new[] { 0.01, 1, 1e6 })
                Assert.All(All, search => AssertKept(search, Downhill(walled, [0]), first));
        });

    [Property]
    public void No_step_is_longer_than_permitted_and_the_longest_needs_no_small_slope(Bowl bowl)
    {
        var line = Downhill(bowl, bowl.Start);
        if (line.Origin.Slope is 0)
            return;

        // The curvature along a line is at most L, so up to 0.01 / L the slope hardly changes.
        var longest = 0.01 / bowl.Greatest;
        Assert.All(All, search =>
        {
            var found = search.Search(line, longest / 4, longest);
            Assert.True(found.IsAccepted);
            Assert.InRange(found.Point.Step, 0, longest);
        });
        Assert.All(All.Skip(1), search =>
            Assert.Equal(longest, search.Search(line, longest / 4, longest).Point.Step));
    }

    [Fact]
    public void What_was_in_vain_says_why()
    {
        var plane = Objective.From(_ => 1, _ => 0);
        var slope = Objective.From(x => -x, _ => -1);
        var nowhere = Objective.From(x => x == 0 ? 0 : double.NaN, _ => -1);
        var liar = Objective.From(x => x * x, _ => -1);
        Assert.All(All, search =>
        {
            Assert.Equal(Stall.Stationary, Found(search, Downhill(plane, [0])).Stall);
            Assert.Equal(Stall.NotFinite, Found(search, Downhill(nowhere, [0])).Stall);
            Assert.Equal(Stall.NotFinite, Found(search, Downhill(plane, [double.NaN])).Stall);
            var lied = Found(search, Downhill(liar, [0]));
            Assert.True(lied.Stall is Stall.NoLowerLoss or Stall.TooManyTrials);
            Assert.Equal([0], lied.Point.Parameters);

            var at = slope.Evaluate([0]);
            var up = Line.From(slope, [0], at, at.Gradient);
            Assert.Equal(Stall.NoDescent, Found(search, up).Stall);
        });
        Assert.All(All.Skip(1), search =>
        {
            var endless = Found(search, Downhill(slope, [0]));
            Assert.Equal(Stall.Unbounded, endless.Stall);
            Assert.True(endless.Point.Loss < -1e29);
        });
    }

    [Fact]
    public void As_many_steps_are_tried_as_permitted()
    {
        var liar = Objective.From(x => x * x, _ => -1);
        ILineSearch[] twice =
            [new Armijo(MaxTrials: 2), new StrongWolfe(MaxTrials: 2), new HagerZhang(MaxTrials: 2)];
        Assert.All(twice, search =>
        {
            var found = Found(search, Downhill(liar, [0]));
            Assert.Equal((Stall.TooManyTrials, 2), (found.Stall, found.Evaluations));
        });
    }

    private static LineSearchResult AssertKept(ILineSearch search, Line line, double first)
    {
        var found = Found(search, line, first);
        if (line.Origin.Slope is 0)
            return found;

        Assert.True(found.IsAccepted, $"{search} from {first:R}: {found.Stall} after {found.Evaluations}");
        var (c1, c2, isStrong) = search switch
        {
            StrongWolfe wolfe => (wolfe.SufficientDecrease, wolfe.Curvature, true),
            HagerZhang wolfe => (wolfe.SufficientDecrease, wolfe.Curvature, false),
            Armijo armijo => (armijo.Fraction, double.PositiveInfinity, false),
            _ => throw new NotSupportedException($"{search}"),
        };
        var (origin, point) = (line.Origin, found.Point);
        var falls = point.Loss <= origin.Loss + (c1 * point.Step * origin.Slope);
        var isHidden = point.Loss <= origin.Loss + (16 * Math.Pow(2, -52) * Math.Abs(origin.Loss))
            && point.Slope <= ((2 * c1) - 1) * origin.Slope;
        Assert.True(falls || isHidden, $"{search}: {origin.Loss:R} to {point.Loss:R} at {point.Step:R}");
        Assert.True(point.Slope >= c2 * origin.Slope, $"{search}: slope {point.Slope:R}");
        Assert.True(!isStrong || point.Slope <= -c2 * origin.Slope, $"{search}: slope {point.Slope:R}");
        return found;
    }

    /// <summary>What a search finds, twice, its evaluations counted and no step asked for twice.</summary>
    private static LineSearchResult Found(ILineSearch search, Line line, double first = 1)
    {
        var asked = new List<Vector>();
        var watched = Objective.From(line.Direction.Count, x =>
        {
            asked.Add(x);
            return line.Objective.Evaluate(x);
        });
        var found = search.Search(line with { Objective = watched }, first);
        Assert.Equal(asked.Count, found.Evaluations);
        // Steps apart by less than rounding can be one point: only the last tells so.
        Assert.True(asked.Count - asked.Distinct().Count() <= 1);
        var again = search.Search(line, first);
        Assert.Equal(found, again);
        return found;
    }

    private static Line Downhill(IObjective objective, Vector from)
    {
        var at = objective.Evaluate(from);
        return Line.From(objective, from, at, -at.Gradient);
    }

    private static double First(double share) => Elementary.Exp(14 * (share - 0.5));
}
