using System.Collections.Immutable;
using System.Globalization;

namespace Descent.Properties;

// The types that laws take as parameters; Generators says how each is drawn and shrunk.

/// <summary>A finite number of at most 1000 in size.</summary>
public readonly record struct Finite(double Value)
{
    public static implicit operator double(Finite finite) => finite.Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A number from 0.001 to 1000.</summary>
public readonly record struct PositiveReal(double Value)
{
    public static implicit operator double(PositiveReal positive) => positive.Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A number from 0 to 1, both ends included.</summary>
public readonly record struct UnitReal(double Value)
{
    public static implicit operator double(UnitReal unit) => unit.Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Any double: NaN, infinite, denormal, a zero of either sign, huge, tiny or ordinary.</summary>
public readonly record struct AnyDouble(double Value)
{
    public static implicit operator double(AnyDouble any) => any.Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A whole number from 1 to 12.</summary>
public readonly record struct SmallCount(int Value)
{
    public static implicit operator int(SmallCount count) => count.Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>From 1 to 12 finite numbers of at most 1000 in size.</summary>
/// <remarks>The conversion to an array copies, so that a law cannot change the counterexample.</remarks>
public sealed record Values(ImmutableArray<double> Items)
{
    public int Length => Items.Length;

    public static implicit operator double[](Values values) => [.. values.Items];

    public bool Equals(Values? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Items.Aggregate(0, HashCode.Combine);

    public override string ToString() =>
        $"[{string.Join(", ", Items.Select(x => x.ToString(CultureInfo.InvariantCulture)))}]";
}

/// <summary>Two arrays of numbers of one length.</summary>
public sealed record ValuesPair(Values First, Values Second)
{
    public override string ToString() => $"({First}, {Second})";
}

/// <summary>Three arrays of numbers of one length.</summary>
public sealed record ValuesTriple(Values First, Values Second, Values Third)
{
    public override string ToString() => $"({First}, {Second}, {Third})";
}
