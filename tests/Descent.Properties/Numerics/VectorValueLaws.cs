using System.Collections;
using System.Globalization;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>A vector as a value: how it is made, compared, enumerated and written.</summary>
public sealed class VectorValueLaws
{
    [Property]
    public bool Every_way_to_make_a_vector_gives_the_same_entries(Values v)
    {
        double[] entries = v;
        Vector literal = [.. entries];
        Vector[] ways =
        [
            literal, new(v.Items), Vector.Of(entries), Vector.Create(entries),
            Vector.From(entries.Select(x => x)),
        ];
        return ways.All(way => Rounding.SameBits(way.AsSpan(), entries));
    }

    [Fact]
    public void A_literal_is_a_vector_and_spreads_into_another()
    {
        Vector v = [1, 2, 3];
        Assert.Equal(Vector.Of(1, 2, 3), v);
        Assert.Equal(Vector.Of(0, 1, 2, 3, 4), [0, .. v, 4]);
        Assert.Equal(default, (Vector)[]);
    }

    [Property]
    public bool Changing_the_array_afterwards_does_not_change_the_vector(Values v)
    {
        double[] entries = v;
        Vector[] made = [Vector.Of(entries), Vector.Create(entries), Vector.From(entries), [.. entries]];
        Array.Fill(entries, double.NaN);
        return made.All(vector => Rounding.SameBits(vector.AsSpan(), v.Items.AsSpan()));
    }

    [Property]
    public bool Zeros_ones_and_units_are_what_they_say(SmallCount count, SmallCount other)
    {
        var axis = other % count.Value;
        return Vector.Zeros(count).AsSpan().IndexOfAnyExcept(0.0) < 0
            && Vector.Ones(count).AsSpan().IndexOfAnyExcept(1.0) < 0
            && Vector.Unit(count, axis).Select((x, i) => x == (i == axis ? 1 : 0)).All(right => right)
            && Vector.Zeros(count).Count == count && Vector.Ones(count).Count == count
            && Vector.Unit(count, axis).Count == count;
    }

    [Fact]
    public void Impossible_sizes_and_axes_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Vector.Zeros(-1));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Vector.Ones(-1));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Vector.Unit(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("axis", () => Vector.Unit(3, 3));
        Assert.Throws<ArgumentOutOfRangeException>("axis", () => Vector.Unit(3, -1));
        Assert.Throws<ArgumentNullException>("entries", () => Vector.Of(null!));
        Assert.Throws<ArgumentNullException>("entries", () => Vector.From(null!));
    }

    [Property]
    public bool Equality_is_by_entry_and_hashes_follow(AnyDouble[] first, AnyDouble[] second)
    {
        var (x, y) = (Any(first), Any(second));
        var equal = first.Select(e => e.Value).SequenceEqual(second.Select(e => e.Value));
        return x == y == equal && x.Equals((object)y) == equal && x != y != equal
            && x == Any(first) && x.GetHashCode() == Any(first).GetHashCode();
    }

    [Fact]
    public void NaN_equals_NaN_and_zero_equals_minus_zero()
    {
        Vector x = [double.NaN, 0.0];
        Vector y = [-double.NaN, -0.0];
        Assert.True(x == y);
        Assert.Equal(x.GetHashCode(), y.GetHashCode());
        Assert.False(x.Equals(null));
        Assert.False(x.Equals("[NaN, 0]"));
        Assert.NotEqual(Vector.Of(1, 0), Vector.Of(1));
    }

    [Fact]
    public void The_default_vector_is_the_empty_one_in_every_member()
    {
        var v = default(Vector);
        Assert.Equal(Vector.Zeros(0), v);
        Assert.Equal(Vector.Zeros(0).GetHashCode(), v.GetHashCode());
        Assert.Empty(v);
        Assert.True(v.Count == 0);
        Assert.True(v.IsFinite);
        Assert.True(v.AsSpan().IsEmpty);
        Assert.True(v.ToImmutableArray() is { IsDefault: false, IsEmpty: true });
        Assert.Equal("[]", v.ToString());
        Assert.Equal(0, v.Dot(v) + v.Sum() + v.Norm + v.Norm1 + v.NormInf);
        Vector[] results =
        [
            v + v, v - v, -v, 2 * v, v * 2, v / 2, v.MultiplyAdd(2, v), v.Map(x => 1), v.Zip(v, (x, y) => 1),
            new(default),
        ];
        Assert.All(results, result => Assert.Equal(v, result));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => v[0]);
        foreach (var entry in v)
            Assert.Fail($"An empty vector gave {entry}.");
        Assert.False(((IEnumerable)v).GetEnumerator().MoveNext());
    }

    [Property]
    public bool All_ways_to_read_give_the_same_entries(AnyDouble[] v)
    {
        var vector = Any(v);
        var expected = v.Select(x => x.Value).ToArray();
        List<double> byForeach = [];
        foreach (var entry in vector)
            byForeach.Add(entry);
        double[][] ways =
        [
            [.. byForeach],
            [.. vector.Select(x => x)],
            [.. ((IEnumerable)vector).Cast<double>()],
            [.. Enumerable.Range(0, vector.Count).Select(i => ((IReadOnlyList<double>)vector)[i])],
            [.. vector.ToImmutableArray()],
            vector.AsSpan().ToArray(),
        ];
        return vector.Count == expected.Length && ways.All(way => Rounding.SameBits(way, expected));
    }

    [Fact]
    public void An_index_outside_is_refused_and_the_range_named()
    {
        Vector v = [1, 2, 3];
        Assert.Equal(3, v[^1]);
        foreach (var index in new[] { -1, 3, int.MinValue, int.MaxValue })
        {
            var error = Assert.Throws<ArgumentOutOfRangeException>("index", () => v[index]);
            Assert.Contains("less than 3", error.Message, StringComparison.Ordinal);
        }
    }

    [Property]
    public bool A_range_takes_its_entries_in_order(Values v, SmallCount first, SmallCount last)
    {
        var end = last % (v.Length + 1);
        var start = first % (end + 1);
        var entries = v.Items.AsSpan();
        return Rounding.SameBits(Vector.Of(v)[start..end].AsSpan(), entries[start..end])
            && Rounding.SameBits(Vector.Of(v)[..^1].AsSpan(), entries[..^1])
            && Vector.Of(v)[..start].Count == start;
    }

    [Fact]
    public void A_range_beyond_the_vector_is_refused_by_name()
    {
        Vector v = [1, 2, 3];
        Assert.Equal([], v[3..]);
        Assert.Equal([], default(Vector)[..]);
        Assert.Throws<ArgumentOutOfRangeException>("start", () => v[4..]);
        Assert.Throws<ArgumentOutOfRangeException>("start", () => v.Slice(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("length", () => v[..4]);
        Assert.Throws<ArgumentOutOfRangeException>("length", () => v.Slice(2, 2));
        Assert.Throws<ArgumentOutOfRangeException>("length", () => v[2..1]);
        Assert.Throws<ArgumentOutOfRangeException>("length", () => v.Slice(1, int.MaxValue));
    }

    [Property]
    public bool A_vector_is_finite_when_all_its_entries_are(AnyDouble[] v) =>
        Any(v).IsFinite == v.All(x => double.IsFinite(x));

    [Property]
    public bool Text_reads_back_as_the_same_bits(Values v)
    {
        var shown = Vector.Of(((double[])v)[..Math.Min(v.Length, 10)]);
        var read = shown.ToString()[1..^1].Split(", ");
        return Rounding.SameBits(
            Vector.From(read.Select(x => double.Parse(x, CultureInfo.InvariantCulture))), shown);
    }

    [Fact]
    public void Text_shows_ten_entries_and_says_how_many_there_are()
    {
        Assert.Equal("[1, 2.5, -3]", Vector.Of(1, 2.5, -3).ToString());
        Assert.Equal("[1, 1, 1, 1, 1, 1, 1, 1, 1, 1]", Vector.Ones(10).ToString());
        Assert.Equal("[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, … 1234 entries]", Vector.Ones(1234).ToString());
        Assert.Equal("[NaN, Infinity, -Infinity, -0, 1E+300]",
            Vector.Of(double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, 1e300).ToString());
    }

    [Fact]
    public void Text_does_not_follow_the_culture()
    {
        CommaHabits.Print("[-1.5, 2]", Vector.Of(-1.5, 2));
        CommaHabits.Print("1 × 2\n[-1.5, 2]", Matrix.FromRows([-1.5, 2]));
        var message = CommaHabits.In(
            () => Assert.Throws<ArgumentOutOfRangeException>(() => Guard.Positive(-1.5)).Message);
        Assert.Contains("-1.5 is -1.5;", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_format_is_that_of_each_entry_and_follows_no_culture()
    {
        Vector v = [1, 2.346, -0.5];
        Func<string>[] ways =
        [
            () => v.ToString("F2", null), () => $"{v:F2}", () => FormattableString.Invariant($"{v:F2}"),
            () => v.ToString("F2", CultureInfo.InvariantCulture),
        ];
        Assert.All(ways, way =>
        {
            Assert.Equal("[1.00, 2.35, -0.50]", way());
            Assert.Equal("[1.00, 2.35, -0.50]", CommaHabits.In(way));
        });
        Assert.Equal("[1.0E+000, 2.3E+000, -5.0E-001]", $"{v:E1}");
        Assert.Equal("[]", default(Vector).ToString("F2", null));
    }

    [Fact]
    public void Without_a_format_it_is_the_round_trip_form()
    {
        Vector v = [0.1, -1e-7];
        foreach (var format in new[] { null, "", "R" })
            Assert.Equal("[0.1, -1E-07]", v.ToString(format, null));
        Assert.Equal("[0.1, -1E-07]", $"{v}");
        Assert.Equal("[0.1, -1E-07]", CommaHabits.In(() => $"{v}"));
    }

    [Fact]
    public void A_culture_that_is_asked_for_is_followed()
    {
        var (v, culture) = (Vector.Of(1, 2.346, -0.5), CommaHabits.Culture);
        Assert.Equal("[1,00, 2,35, −0,50]", v.ToString("F2", culture));
        Assert.Equal("[1,00, 2,35, −0,50]", string.Create(culture, $"{v:F2}"));
        Assert.Equal("[1, 2,346, −0,5]", v.ToString(null, culture));
    }

    [Fact]
    public void A_format_of_a_long_vector_shows_ten_entries_and_how_many_there_are()
    {
        const string ten = "1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0";
        Assert.Equal($"[{ten}]", $"{Vector.Ones(10):F1}");
        Assert.Equal($"[{ten}, … 11 entries]", $"{Vector.Ones(11):F1}");
        Assert.Equal($"[{ten}, … 1234 entries]", Vector.Ones(1234).ToString("F1", null));
    }

    [Fact]
    public void A_format_that_is_not_one_of_numbers_is_refused() =>
        Assert.Throws<FormatException>(() => Vector.Of(1).ToString("Q", null));

    private static Vector Any(AnyDouble[] v) => Vector.From(v.Select(x => x.Value));
}
