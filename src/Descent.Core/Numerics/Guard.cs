using System.Globalization;
using System.Runtime.CompilerServices;

namespace Descent;

/// <summary>The checks of arguments at the public edge.</summary>
/// <remarks>
/// Each returns the value it accepts, so that a record can validate in its initialisers and in <c>init</c>.
/// Each message names the argument, the value, the permitted range and the remedy. Every numeric check
/// demands a finite value: the framework's own throw helpers let NaN and +∞ pass.
/// </remarks>
internal static class Guard
{
    public static T NotNull<T>(T? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value;
    }

    /// <summary>Demands an item of a list; its name is made only for the message.</summary>
    public static T NotNullAt<T>(T? value, string name, int index)
        where T : class =>
        value ?? throw new ArgumentNullException(At(name, index));

    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(double.IsFinite(value), value, "a finite number", name);

    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(double.IsFinite(value) && value > 0, value, "a finite number greater than 0", name);

    public static double NonNegative(
        double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(double.IsFinite(value) && value >= 0, value, "a finite number that is 0 or greater", name);

    public static double GreaterThan(
        double value, double limit, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(
            double.IsFinite(value) && value > limit,
            value,
            Text($"a finite number greater than {limit}"),
            name);

    public static double PositiveUpTo(
        double value, double limit, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value > 0 && value <= limit, value, Text($"greater than 0 and at most {limit}"), name);

    public static double AtLeast(
        double value, double least, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(
            double.IsFinite(value) && value >= least,
            value,
            Text($"a finite number that is {least} or greater"),
            name);

    /// <summary>Accepts [0, 1): the decay of a running average, which must forget.</summary>
    public static double Decay(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value is >= 0 and < 1, value, "at least 0 and less than 1", name);

    /// <summary>Accepts (0, 1): a part that leaves a rest.</summary>
    public static double ProperFraction(
        double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value is > 0 and < 1, value, "greater than 0 and less than 1", name);

    /// <summary>Accepts numbers between two, both excluded.</summary>
    public static double Between(
        double value, double low, double high, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value > low && value < high, value, Text($"greater than {low} and less than {high}"), name);

    /// <summary>Accepts [0, 1], both ends included.</summary>
    public static double Probability(
        double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value is >= 0 and <= 1, value, "at least 0 and at most 1", name);

    public static long AtLeast(
        long value, long minimum, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= minimum
            ? value
            : throw new ArgumentOutOfRangeException(
                name,
                value,
                Text($"{name} is {value}; it must be at least {minimum}. Pass {minimum} or more."));

    public static int AtLeast(
        int value, int minimum, [CallerArgumentExpression(nameof(value))] string name = "") =>
        (int)AtLeast((long)value, minimum, name);

    /// <summary>
    /// Accepts [0, count): a position in something that holds <paramref name="count"/> items.
    /// </summary>
    public static int Index(
        int value, int count, [CallerArgumentExpression(nameof(value))] string name = "") =>
        (uint)value < (uint)count
            ? value
            : throw new ArgumentOutOfRangeException(
                name, value, Text($"{name} is {value}; it must be at least 0 and less than {count}."));

    /// <summary>Accepts a list of positions in something that holds <paramref name="count"/> items.</summary>
    public static void Indices(ReadOnlySpan<int> values, int count, string name)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if ((uint)values[i] >= (uint)count)
                Index(values[i], count, At(name, i));
        }
    }

    /// <summary>Accepts the named values of an enumeration, not numbers cast to it.</summary>
    public static TEnum Defined<TEnum>(
        TEnum value, [CallerArgumentExpression(nameof(value))] string name = "")
        where TEnum : struct, Enum =>
        Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                name,
                value,
                $"{name} is {value}; it must be one of {string.Join(", ", Enum.GetNames<TEnum>())}.");

    /// <summary>
    /// Demands that a length is the one that the other side has, of an item of a list or of all.
    /// </summary>
    public static void SameLength(int actual, int expected, string what, string name, int index = -1)
    {
        if (actual != expected)
        {
            name = index < 0 ? name : At(name, index);
            throw new ArgumentException(
                Text($"{name} has length {actual}, but {what} has length {expected}; ")
                + Text($"pass one of length {expected}."),
                name);
        }
    }

    public static void NotEmpty(int length, string name)
    {
        if (length == 0)
            throw new ArgumentException($"{name} is empty; pass at least one entry.", name);
    }

    /// <summary>Demands of a user's gradient that it has one entry per parameter.</summary>
    public static void GradientLength(int actual, int expected)
    {
        if (actual != expected)
        {
            throw new InvalidOperationException(
                Text($"The gradient has {actual} entries for {expected} parameters; ")
                + "return one entry per parameter.");
        }
    }

    /// <summary>Demands finite entries and names the first that is not.</summary>
    public static void AllFinite(ReadOnlySpan<double> values, string name)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException(
                    Text($"{name}[{i}] is {values[i]}; every entry must be a finite number. Replace it."),
                    name);
            }
        }
    }

    /// <summary>Formats by the invariant culture, so that a message reads the same everywhere.</summary>
    public static string Text(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);

    private static string At(string name, int index) => Text($"{name}[{index}]");

    private static double Require(bool holds, double value, string range, string name) =>
        holds
            ? value
            : throw new ArgumentOutOfRangeException(
                name, value, Text($"{name} is {value}; it must be {range}. Pass a value in that range."));
}
