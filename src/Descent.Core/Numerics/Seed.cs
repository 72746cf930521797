using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Descent;

/// <summary>The name of an endless, fixed table of random draws.</summary>
/// <remarks>
/// <para>Every draw is a pure function of the seed, the kind of draw and an index: there is no generator
/// that advances. To draw the next number, ask for the next index; for an independent table, derive a child.
/// </para>
/// <para>The draws have the same bits on every machine and in every version of this library: changing them
/// is a breaking change. Draws of different kinds at one index are independent.</para>
/// <para>The bits come from Philox4x32-10 (see <see cref="Philox4x32"/>) with the seed as its key. They are
/// for simulation, not for secrets.</para>
/// </remarks>
/// <param name="Value">Any 64-bit number; equal values name equal tables.</param>
public readonly record struct Seed(long Value)
{
    private const double TwoToMinus53 = 1.0 / (1L << 53);

    /// <summary>The seed with this value.</summary>
    public static implicit operator Seed(long value) => new(value);

    /// <summary>The seed with this value; F# converts an <c>int</c> only by this.</summary>
    public static implicit operator Seed(int value) => new(value);

    /// <summary>The child seed at an index.</summary>
    /// <remarks>Its draws are independent of this seed's and of its siblings'.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    public Seed Derive(long index)
    {
        var block = Block(Guard.AtLeast(index, 0), Draw.Child, attempt: 0);
        return new Seed((long)Join(block.Word0, block.Word1));
    }

    /// <summary>A number uniform in [0, 1), one of the multiples of 2^-53.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    public double Uniform(long index)
    {
        var block = Block(Guard.AtLeast(index, 0), Draw.Uniform, attempt: 0);
        return Fraction(block.Word0, block.Word1);
    }

    /// <summary>An integer uniform in [0, bound), each value equally likely.</summary>
    /// <remarks>
    /// The high half of a 32-bit word times the bound, drawn again where it would favour a value
    /// (Lemire, 2019).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="index"/> is negative or <paramref name="bound"/> is less than 1.
    /// </exception>
    [SuppressMessage("Naming", "CA1720", Justification = "Integer is the field's word, not a type's name.")]
    public int Integer(long index, int bound)
    {
        Guard.AtLeast(index, 0);
        var range = (uint)Guard.AtLeast(bound, 1);
        for (var attempt = 0U; ; attempt++)
        {
            if (Philox4x32.TryScale(Block(index, Draw.Integer, attempt).Word0, range, out var value))
            {
                return (int)value;
            }
        }
    }

    /// <summary>A number from the standard normal distribution: mean 0, variance 1.</summary>
    /// <remarks>
    /// The polar method (Marsaglia and Bray, 1964): a point uniform in the unit disc gives one number.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    public double Normal(long index)
    {
        Guard.AtLeast(index, 0);
        for (var attempt = 0U; ; attempt++)
        {
            var block = Block(index, Draw.Normal, attempt);
            var u = (2 * Fraction(block.Word0, block.Word1)) - 1;
            var v = (2 * Fraction(block.Word2, block.Word3)) - 1;
            var square = (u * u) + (v * v);
            if (square is > 0 and < 1)
            {
                return u * Math.Sqrt(-2 * Elementary.Log(square) / square);
            }
        }
    }

    /// <summary>The numbers 0 … count - 1 in random order, each order equally likely.</summary>
    /// <remarks>
    /// The shuffle of Fisher and Yates in the form of Durstenfeld, 1964. Draw j takes word j mod 4 of block
    /// j div 4, so that a block serves four draws.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public ImmutableArray<int> Permutation(int count)
    {
        var order = new int[Guard.AtLeast(count, 0)];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Shuffle(order);
        return ImmutableCollectionsMarshal.AsImmutableArray(order);
    }

    /// <summary>The value in decimal digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    private void Shuffle(Span<int> order)
    {
        var block = default(PhiloxBlock);
        for (var last = order.Length - 1; last > 0; last--)
        {
            var draw = order.Length - 1 - last;
            if ((draw & 3) == 0)
            {
                block = Block(draw >> 2, Draw.Permutation, attempt: 0);
            }

            var chosen = Choose(block.Word(draw & 3), draw, (uint)last + 1);
            (order[last], order[chosen]) = (order[chosen], order[last]);
        }
    }

    private int Choose(uint word, int draw, uint range)
    {
        uint value;
        for (var attempt = 1U; !Philox4x32.TryScale(word, range, out value); attempt++)
        {
            word = Block(draw >> 2, Draw.Permutation, attempt).Word(draw & 3);
        }

        return (int)value;
    }

    private PhiloxBlock Block(long index, Draw draw, uint attempt) => Philox4x32.Block(
        (uint)index, (uint)(index >>> 32), (uint)draw, attempt, (uint)Value, (uint)(Value >>> 32));

    private static ulong Join(uint low, uint high) => ((ulong)high << 32) | low;

    private static double Fraction(uint low, uint high) => (Join(low, high) >> 11) * TwoToMinus53;

    /// <summary>
    /// The kinds of draws, never renumbered: a word of the counter, so that no two share bits.
    /// </summary>
    private enum Draw : uint
    {
        Child = 1,
        Uniform = 2,
        Integer = 3,
        Normal = 4,
        Permutation = 5,
    }
}
