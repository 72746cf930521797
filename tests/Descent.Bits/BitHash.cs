using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Descent.Bits;

/// <summary>The SHA-256 of doubles, bit for bit.</summary>
internal static class BitHash
{
    /// <summary>The hash in lower-case hexadecimal; a double is read least byte first.</summary>
    /// <remarks>Every NaN counts as the same: its sign and its payload are the processor's.</remarks>
    public static string Of(IEnumerable<double> values)
    {
        double[] all = [.. values];
        var bytes = new byte[all.Length * sizeof(double)];
        for (var i = 0; i < all.Length; i++)
        {
            var value = double.IsNaN(all[i]) ? double.NaN : all[i];
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), value);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
