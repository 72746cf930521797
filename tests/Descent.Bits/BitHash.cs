using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Descent.Bits;

/// <summary>The SHA-256 of doubles, bit for bit.</summary>
internal static class BitHash
{
    /// <summary>The hash in lower-case hexadecimal; a double is read least byte first.</summary>
    public static string Of(IEnumerable<double> values)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        foreach (var value in values)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
