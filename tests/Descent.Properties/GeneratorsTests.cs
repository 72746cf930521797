using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class GeneratorsTests
{
    private const int MaxShrinks = 200;

    [Property]
    public bool A_finite_number_is_at_most_1000_in_size(Finite x) =>
        WithShrinks(Generators.Finite(), x).All(y => Math.Abs(y) <= 1000);

    [Property]
    public bool A_positive_number_is_from_a_thousandth_to_1000(PositiveReal x) =>
        WithShrinks(Generators.PositiveReal(), x).All(y => y.Value is >= 1e-3 and <= 1e3);

    [Property]
    public bool A_unit_number_is_from_0_to_1(UnitReal x) =>
        WithShrinks(Generators.UnitReal(), x).All(y => y.Value is >= 0 and <= 1);

    [Property]
    public bool A_count_is_from_1_to_12(SmallCount n) =>
        WithShrinks(Generators.SmallCount(), n).All(m => m.Value is >= 1 and <= 12);

    [Property]
    public bool Values_are_1_to_12_finite_numbers(Values values) =>
        WithShrinks(Generators.Values(), values)
            .All(v => v.Length is >= 1 and <= 12 && v.Items.All(IsBounded));

    [Property]
    public bool A_pair_has_one_length(ValuesPair pair) =>
        WithShrinks(Generators.ValuesPair(), pair).All(p => p.First.Length == p.Second.Length);

    [Property]
    public bool A_triple_has_one_length(ValuesTriple triple) => WithShrinks(Generators.ValuesTriple(), triple)
        .All(t => t.First.Length == t.Second.Length && t.Second.Length == t.Third.Length);

    [Property]
    public bool Shrinking_any_double_ends_soon(AnyDouble x) =>
        Shrink(Generators.AnyDouble(), x, y => !(Math.Abs(y) < Math.Abs(x) / 3)).Count <= MaxShrinks;

    [Fact]
    public void Any_double_is_now_and_then_of_each_kind()
    {
        var sample = Generators.AnyDouble().Generator.Select(x => x.Value).Sample(2000, new Rnd(1), 50);
        Assert.Contains(sample, double.IsNaN);
        Assert.Contains(sample, double.IsPositiveInfinity);
        Assert.Contains(sample, double.IsNegativeInfinity);
        Assert.Contains(sample, double.IsSubnormal);
        Assert.Contains(sample, x => x == 0 && double.IsNegative(x));
        Assert.Contains(sample, x => x == 0 && double.IsPositive(x));
        Assert.Contains(sample, x => double.IsFinite(x) && Math.Abs(x) > 1e300);
        Assert.Contains(sample, x => x != 0 && Math.Abs(x) < 1e-300);
        Assert.Contains(sample, x => Math.Abs(x) is > 1 and < 10);
    }

    [Fact]
    public void A_counterexample_shrinks_to_the_nearest_integer_that_is_one() =>
        Assert.Equal(11, Shrink(Generators.Finite(), new(987.654_321), x => x > 10).Last().Value);

    [Fact]
    public void A_counterexample_of_values_loses_the_entries_that_do_not_matter() => Assert.Equal(
        new Values([0, 3]),
        Shrink(Generators.Values(), new([1, -7, 0.1, 9.75, 4]), v => v.Length > 1 && v.Items[^1] > 2).Last());

    private static bool IsBounded(double x) => Math.Abs(x) <= 1000;

    private static IEnumerable<T> WithShrinks<T>(Arbitrary<T> arbitrary, T value) =>
        arbitrary.Shrinker(value).Prepend(value);

    /// <summary>Follows FsCheck: at each step to the first candidate that still fails.</summary>
    private static List<T> Shrink<T>(Arbitrary<T> arbitrary, T start, Func<T, bool> fails)
    {
        var path = new List<T> { start };
        while (path.Count <= MaxShrinks
            && arbitrary.Shrinker(path[^1]).Where(fails).Take(1).ToList() is [var next])
        {
            path.Add(next);
        }

        return path;
    }
}
