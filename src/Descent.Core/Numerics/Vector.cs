using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Descent;

/// <summary>An immutable list of real numbers with vector arithmetic.</summary>
/// <remarks>
/// Written as a collection: <c>Vector v = [1, 2, 3];</c>. Equality is by value, entry by entry as
/// <see cref="double.Equals(double)"/> has it: NaN equals NaN and 0 equals −0. The default value is the empty
/// vector. Instances may be shared between threads. Every reduction has one fixed order, so its bits are the
/// same on every machine.
/// </remarks>
[CollectionBuilder(typeof(Vector), nameof(Create))]
public readonly partial struct Vector : IEquatable<Vector>, IReadOnlyList<double>, IFormattable
{
    private readonly ImmutableArray<double> _entries;

    /// <summary>Wraps an immutable array without a copy.</summary>
    /// <param name="entries">The entries; a default array is read as empty.</param>
    public Vector(ImmutableArray<double> entries) => _entries = entries;

    /// <summary>The vector of the entries given.</summary>
    /// <param name="entries">The entries, copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    public static Vector Of(params double[] entries) => Create(Guard.NotNull(entries));

    /// <summary>The vector of a span's entries.</summary>
    /// <param name="entries">The entries, copied.</param>
    public static Vector Create(ReadOnlySpan<double> entries) => Own(entries.ToArray());

    /// <summary>The vector of a sequence's entries, in order.</summary>
    /// <param name="entries">The entries, enumerated once.</param>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    public static Vector From(IEnumerable<double> entries) => Own(Guard.NotNull(entries).ToArray());

    /// <summary>The vector of <paramref name="count"/> zeros.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static Vector Zeros(int count) => Own(new double[Guard.AtLeast(count, 0)]);

    /// <summary>The vector of <paramref name="count"/> ones.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static Vector Ones(int count)
    {
        var entries = new double[Guard.AtLeast(count, 0)];
        Array.Fill(entries, 1.0);
        return Own(entries);
    }

    /// <summary>The unit vector along one axis: 1 at <paramref name="axis"/>, 0 elsewhere.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="count"/> is negative, or <paramref name="axis"/> is outside [0, count).
    /// </exception>
    public static Vector Unit(int count, int axis)
    {
        var entries = new double[Guard.AtLeast(count, 0)];
        entries[Guard.Index(axis, count)] = 1;
        return Own(entries);
    }

    /// <summary>The number of entries.</summary>
    public int Count => _entries.IsDefault ? 0 : _entries.Length;

    /// <summary>The entry at <paramref name="index"/>, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="index"/> is outside [0, Count).
    /// </exception>
    public double this[int index] => _entries[Guard.Index(index, Count)];

    /// <summary>Whether every entry is finite: neither NaN nor infinite.</summary>
    public bool IsFinite => Kernels.AllFinite(AsSpan());

    /// <summary>The entries from one on, as <c>v[1..^1]</c> asks for them.</summary>
    /// <param name="start">The first entry taken, from 0.</param>
    /// <param name="length">How many are taken.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part reaches beyond the vector.</exception>
    public Vector Slice(int start, int length)
    {
        Guard.Index(start, Count + 1);
        Guard.Index(length, Count - start + 1);
        return Create(AsSpan().Slice(start, length));
    }

    /// <summary>The entries as a read-only span, without a copy.</summary>
    public ReadOnlySpan<double> AsSpan() => _entries.AsSpan();

    /// <summary>The entries as an immutable array, without a copy.</summary>
    public ImmutableArray<double> ToImmutableArray() => _entries.IsDefault ? [] : _entries;

    /// <summary>Enumerates the entries in order.</summary>
    public ImmutableArray<double>.Enumerator GetEnumerator() => ToImmutableArray().GetEnumerator();

    IEnumerator<double> IEnumerable<double>.GetEnumerator() =>
        ((IEnumerable<double>)ToImmutableArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)ToImmutableArray()).GetEnumerator();

    /// <summary>Whether both vectors have equal entries in equal order.</summary>
    public bool Equals(Vector other) => Kernels.AreEqual(AsSpan(), other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Vector other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kernels.Hash(AsSpan());

    /// <summary>Whether both vectors have equal entries in equal order.</summary>
    public static bool operator ==(Vector left, Vector right) => left.Equals(right);

    /// <summary>Whether the vectors differ in length or in an entry.</summary>
    public static bool operator !=(Vector left, Vector right) => !left.Equals(right);

    /// <summary>
    /// The entries in shortest round-trip form, as <c>[1, 2.5, -3]</c>; of a long vector the first ten.
    /// </summary>
    public override string ToString() => ToString(null, null);

    /// <summary>
    /// The entries in a numeric format, as <c>$"{v:F2}"</c> asks for them; of a long vector the first ten.
    /// </summary>
    /// <param name="format">A numeric format; null or empty for the shortest round-trip form.</param>
    /// <param name="formatProvider">
    /// A culture; the invariant one where null, as in an interpolated string.
    /// </param>
    /// <exception cref="FormatException">The format is not one of numbers.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        const int shown = 10;
        var provider = formatProvider ?? CultureInfo.InvariantCulture;
        var first = ToImmutableArray().Take(shown).Select(x => x.ToString(format, provider));
        var entries = string.Join(", ", first);
        return Count <= shown ? $"[{entries}]" : Guard.Text($"[{entries}, … {Count} entries]");
    }

    /// <summary>Makes an array, which nobody else may hold, a vector without a copy.</summary>
    internal static Vector Own(double[] entries) =>
        new(ImmutableCollectionsMarshal.AsImmutableArray(entries));
}
