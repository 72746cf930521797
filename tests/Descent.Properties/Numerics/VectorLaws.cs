using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>The vector space: exact where floating point is exact, else within a derived bound.</summary>
public sealed class VectorLaws
{
    [Property]
    public bool Addition_is_commutative(ValuesPair v) =>
        Rounding.SameBits(First(v) + Second(v), Second(v) + First(v));

    // Each side rounds twice, so it is within γ₂ (|a| + |b| + |c|) of the exact sum.
    [Property]
    public bool Addition_is_associative_to_rounding(ValuesTriple v)
    {
        var (a, b, c) = (Vector.Of(v.First), Vector.Of(v.Second), Vector.Of(v.Third));
        return Rounding.Within(
            (a + b) + c, a + (b + c), 2.01 * Rounding.Gamma(2) * (Size(a) + Size(b) + Size(c)));
    }

    // Each side rounds twice; the last factor pays for the rounding of the bound itself.
    [Property]
    public bool Multiplication_distributes_over_addition_to_rounding(Finite factor, ValuesPair v)
    {
        var (a, b) = (First(v), Second(v));
        return Rounding.Within(
            factor * (a + b),
            (factor * a) + (factor * b),
            2.01 * Rounding.Gamma(2) * Math.Abs(factor) * (Size(a) + Size(b)));
    }

    [Property]
    public bool Multiplication_distributes_over_addition_of_factors_to_rounding(Finite s, Finite t, Values v)
    {
        var a = Vector.Of(v);
        return Rounding.Within(
            (s.Value + t) * a,
            (s * a) + (t * a),
            2.01 * Rounding.Gamma(2) * (Math.Abs(s) + Math.Abs(t)) * Size(a));
    }

    [Property]
    public bool Multiplication_by_two_factors_is_by_their_product_to_rounding(Finite s, Finite t, Values v)
    {
        var a = Vector.Of(v);
        return Rounding.Within(
            s * (t * a), (s.Value * t) * a, 2.01 * Rounding.Gamma(2) * Math.Abs(s.Value * t) * Size(a));
    }

    [Property]
    public bool Multiplication_by_a_power_of_two_distributes_exactly(ValuesPair v) =>
        Rounding.SameBits(4 * (First(v) + Second(v)), (4 * First(v)) + (4 * Second(v)));

    [Property]
    public bool Zero_is_neutral(Values v) => Vector.Of(v) + Vector.Zeros(v.Length) == Vector.Of(v);

    [Property]
    public bool One_times_a_vector_is_the_vector(AnyDouble[] v) => Rounding.SameBits(1 * Any(v), Any(v));

    [Property]
    public bool Zero_times_a_finite_vector_is_zero(Values v) => 0 * Vector.Of(v) == Vector.Zeros(v.Length);

    [Property]
    public bool A_vector_minus_itself_is_zero(Values v) =>
        Rounding.SameBits(Vector.Of(v) - Vector.Of(v), Vector.Zeros(v.Length));

    [Property]
    public bool Negating_twice_gives_the_vector_back(AnyDouble[] v) => Rounding.SameBits(-(-Any(v)), Any(v));

    [Property]
    public bool Subtraction_is_addition_of_the_opposite(ValuesPair v) =>
        Rounding.SameBits(First(v) - Second(v), First(v) + (-Second(v)));

    [Property]
    public bool Dividing_by_a_power_of_two_is_multiplying_by_its_inverse(Values v) =>
        Rounding.SameBits(Vector.Of(v) / 8, 0.125 * Vector.Of(v));

    [Property]
    public bool The_side_of_the_factor_does_not_matter(AnyDouble factor, AnyDouble[] v) =>
        Rounding.SameBits(factor * Any(v), Any(v) * factor);

    [Property]
    public bool Operators_are_their_named_twins(AnyDouble factor, AnyDouble[] first, AnyDouble[] second)
    {
        var (x, y) = Pair(first, second);
        return Rounding.SameBits(x + y, x.Add(y))
            && Rounding.SameBits(x - y, x.Subtract(y))
            && Rounding.SameBits(-x, x.Negate())
            && Rounding.SameBits(factor * x, x.Multiply(factor))
            && Rounding.SameBits(x / factor, x.Divide(factor));
    }

    [Property(MaxTest = 300)]
    public bool Each_entry_is_what_the_scalar_operation_gives(
        AnyDouble factor, AnyDouble[] first, AnyDouble[] second)
    {
        var (x, y) = Pair(first, second);
        return Entrywise(x + y, i => x[i] + y[i])
            && Entrywise(x - y, i => x[i] - y[i])
            && Entrywise(-x, i => -x[i])
            && Entrywise(factor * x, i => factor * x[i])
            && Entrywise(x / factor, i => x[i] / factor);
    }

    [Property(MaxTest = 300)]
    public bool Multiplying_and_adding_rounds_once(AnyDouble factor, AnyDouble[] first, AnyDouble[] second)
    {
        var (x, y) = Pair(first, second);
        return Entrywise(x.MultiplyAdd(factor, y), i => Math.FusedMultiplyAdd(factor, x[i], y[i]));
    }

    [Fact]
    public void Multiplying_and_adding_keeps_what_two_roundings_would_lose()
    {
        // (1 + ε)² = 1 + 2ε + ε²: the product alone rounds ε² away.
        var x = Math.BitIncrement(1.0);
        var epsilon = x - 1;
        Assert.Equal([epsilon * epsilon], Vector.Of(x).MultiplyAdd(x, [-(1 + (2 * epsilon))]));
    }

    [Property]
    public bool Mapping_applies_the_function_to_each_entry(AnyDouble[] v) =>
        Entrywise(Any(v).Map(x => (2 * x) + 1), i => (2 * v[i].Value) + 1);

    [Property]
    public bool Zipping_applies_the_function_to_each_pair_in_order(AnyDouble[] first, AnyDouble[] second)
    {
        var (x, y) = Pair(first, second);
        return Entrywise(x.Zip(y, (a, b) => a - (2 * b)), i => x[i] - (2 * y[i]));
    }

    [Fact]
    public void Different_lengths_are_refused_and_both_are_named()
    {
        Vector three = [1, 2, 3];
        Vector two = [1, 2];
        Action[] operations =
        [
            () => _ = three + two,
            () => _ = three - two,
            () => three.Add(two),
            () => three.Subtract(two),
            () => three.MultiplyAdd(1, two),
            () => three.Dot(two),
            () => three.Zip(two, (x, y) => x),
            () => _ = default(Vector) + three,
            () => default(Vector).Dot(three),
        ];
        Assert.All(operations[..^2], operation => AssertNamesLengths(operation, "length 2", "length 3"));
        Assert.All(operations[^2..], operation => AssertNamesLengths(operation, "length 3", "length 0"));
    }

    [Fact]
    public void A_missing_function_is_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("function", () => Vector.Of(1).Map(null!));
        Assert.Throws<ArgumentNullException>("function", () => Vector.Of(1).Zip([1], null!));
    }

    private static void AssertNamesLengths(Action operation, string given, string demanded)
    {
        var message = Assert.Throws<ArgumentException>(operation).Message;
        Assert.Contains(given, message, StringComparison.Ordinal);
        Assert.Contains(demanded, message, StringComparison.Ordinal);
    }

    private static Vector First(ValuesPair v) => Vector.Of(v.First);

    private static Vector Second(ValuesPair v) => Vector.Of(v.Second);

    private static Vector Any(AnyDouble[] v) => Vector.From(v.Select(x => x.Value));

    private static (Vector X, Vector Y) Pair(AnyDouble[] first, AnyDouble[] second)
    {
        var length = Math.Min(first.Length, second.Length);
        return (Any(first[..length]), Any(second[..length]));
    }

    private static Vector Size(Vector v) => v.Map(Math.Abs);

    private static bool Entrywise(Vector result, Func<int, double> expected) =>
        Rounding.SameBits(result, Vector.From(Enumerable.Range(0, result.Count).Select(expected)));
}
