using Xunit;

namespace Descent.Properties;

/// <summary>Asserts that numbers are the same doubles, the sign of a zero included; NaN equals NaN.</summary>
internal static class Bits
{
    public static void Equal(double expected, double actual) =>
        Assert.True(
            Rounding.SameBits(expected, actual),
            FormattableString.Invariant($"expected {expected:R}, got {actual:R}"));

    public static void Equal(Vector expected, Vector actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var j = 0; j < expected.Count; j++)
        {
            Assert.True(
                Rounding.SameBits(expected[j], actual[j]),
                FormattableString.Invariant($"entry {j}: expected {expected[j]:R}, got {actual[j]:R}"));
        }
    }

    public static void Equal(Evaluation expected, Evaluation actual)
    {
        Equal(expected.Loss, actual.Loss);
        Equal(expected.Gradient, actual.Gradient);
    }
}
