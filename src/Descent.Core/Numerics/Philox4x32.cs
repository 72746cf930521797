using System.Runtime.CompilerServices;

namespace Descent;

/// <summary>The counter-based random function Philox4x32-10.</summary>
/// <remarks>
/// Ten rounds of multiplications turn a 128-bit counter and a 64-bit key into 128 random bits. There is no
/// state: equal arguments give equal words, on every machine.
/// Source: Salmon, Moraes, Dror and Shaw, 2011, "Parallel random numbers: as easy as 1, 2, 3".
/// </remarks>
public static class Philox4x32
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;

    // Steps of the key: the golden ratio and √3 - 1, in units of 2^-32.
    private const uint KeyStep0 = 0x9E3779B9;
    private const uint KeyStep1 = 0xBB67AE85;

    private const int Rounds = 10;

    /// <summary>The words for the counter (c0, c1, c2, c3) and the key (k0, k1), lowest first.</summary>
    public static PhiloxBlock Block(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)Multiplier0 * c0;
            var product1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(product1 >> 32) ^ c1 ^ k0;
            c2 = (uint)(product0 >> 32) ^ c3 ^ k1;
            c1 = (uint)product1;
            c3 = (uint)product0;
            k0 += KeyStep0;
            k1 += KeyStep1;
        }

        return new PhiloxBlock(c0, c1, c2, c3);
    }

    /// <summary>Scales a random word to [0, range), or rejects it where it would favour a value.</summary>
    /// <remarks>Of the 2^32 words, each value keeps ⌊2^32/range⌋. Source: Lemire, 2019.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryScale(uint word, uint range, out uint value)
    {
        var product = (ulong)word * range;
        value = (uint)(product >> 32);
        var low = (uint)product;

        // The remainder is less than the range, so the division is needed only where low is less, too.
        return low >= range || low >= (0U - range) % range;
    }
}
