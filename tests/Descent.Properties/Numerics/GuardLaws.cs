using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>
/// Each check accepts exactly its range, returns what it accepts and names what it refuses.
/// </summary>
public sealed class GuardLaws
{
    [Property(MaxTest = 300)]
    public bool Number_checks_accept_exactly_their_range(AnyDouble any)
    {
        var x = any.Value;
        return Accepts(v => Guard.Finite(v), x) == double.IsFinite(x)
            && Accepts(v => Guard.Positive(v), x) == (x > 0 && double.IsFinite(x))
            && Accepts(v => Guard.NonNegative(v), x) == (x >= 0 && double.IsFinite(x))
            && Accepts(v => Guard.Decay(v), x) == (x is >= 0 and < 1)
            && Accepts(v => Guard.ProperFraction(v), x) == (x is > 0 and < 1)
            && Accepts(v => Guard.Probability(v), x) == (x is >= 0 and <= 1);
    }

    [Theory]
    [InlineData(0.0, true, false, true, true, false, true)]
    [InlineData(1.0, true, true, true, false, false, true)]
    [InlineData(0.5, true, true, true, true, true, true)]
    [InlineData(-1e-300, true, false, false, false, false, false)]
    [InlineData(1.0000000000000002, true, true, true, false, false, false)]
    [InlineData(double.NaN, false, false, false, false, false, false)]
    [InlineData(double.PositiveInfinity, false, false, false, false, false, false)]
    [InlineData(double.NegativeInfinity, false, false, false, false, false, false)]
    public void Ends_of_ranges_are_as_documented(
        double x, bool finite, bool positive, bool nonNegative, bool decay, bool fraction, bool probability)
    {
        Assert.Equal(finite, Accepts(v => Guard.Finite(v), x));
        Assert.Equal(positive, Accepts(v => Guard.Positive(v), x));
        Assert.Equal(nonNegative, Accepts(v => Guard.NonNegative(v), x));
        Assert.Equal(decay, Accepts(v => Guard.Decay(v), x));
        Assert.Equal(fraction, Accepts(v => Guard.ProperFraction(v), x));
        Assert.Equal(probability, Accepts(v => Guard.Probability(v), x));
    }

    [Property]
    public bool Counts_are_accepted_from_the_minimum_on(int value, int minimum)
    {
        int Check() => Guard.AtLeast(value, minimum);
        long CheckLong() => Guard.AtLeast((long)value, minimum);
        return value >= minimum
            ? Check() == value && CheckLong() == value
            : Throws<ArgumentOutOfRangeException>(() => Check())
                && Throws<ArgumentOutOfRangeException>(() => CheckLong());
    }

    [Property]
    public bool An_index_is_accepted_inside_the_list_only(int value, SmallCount count) =>
        value >= 0 && value < count
            ? Guard.Index(value, count) == value
            : Throws<ArgumentOutOfRangeException>(() => Guard.Index(value, count));

    [Fact]
    public void A_message_names_the_argument_the_value_and_the_range()
    {
        var rate = double.NaN;
        var error = Assert.Throws<ArgumentOutOfRangeException>(nameof(rate), () => Guard.Positive(rate));
        Assert.StartsWith(
            "rate is NaN; it must be a finite number greater than 0. Pass a value in that range.",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal(double.NaN, error.ActualValue);

        var size = 0;
        error = Assert.Throws<ArgumentOutOfRangeException>(nameof(size), () => Guard.AtLeast(size, 1));
        Assert.StartsWith(
            "size is 0; it must be at least 1. Pass 1 or more.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_cast_to_an_enumeration_is_refused_and_the_names_listed()
    {
        Assert.Equal(DayOfWeek.Friday, Guard.Defined(DayOfWeek.Friday));
        var day = (DayOfWeek)9;
        var error = Assert.Throws<ArgumentOutOfRangeException>(nameof(day), () => Guard.Defined(day));
        Assert.Contains("Sunday, Monday", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_is_refused_by_name_and_anything_else_returned()
    {
        string? text = null;
        Assert.Throws<ArgumentNullException>(nameof(text), () => Guard.NotNull(text));
        Assert.Equal("x", Guard.NotNull("x"));
    }

    [Fact]
    public void The_first_entry_that_is_not_finite_is_named()
    {
        Guard.AllFinite([1, -0.0, double.MaxValue], "data");
        var error = Assert.Throws<ArgumentException>(
            "data", () => Guard.AllFinite([1, double.NegativeInfinity, double.NaN], "data"));
        Assert.StartsWith("data[1] is -Infinity;", error.Message, StringComparison.Ordinal);
    }

    private static bool Accepts(Func<double, double> check, double value)
    {
        try
        {
            return Rounding.SameBits(check(value), value);
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private static bool Throws<TException>(Action action)
        where TException : Exception
    {
        try
        {
            action();
            return false;
        }
        catch (TException)
        {
            return true;
        }
    }
}
