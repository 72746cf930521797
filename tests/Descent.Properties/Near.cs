using Xunit;

namespace Descent.Properties;

/// <summary>Asserts that numbers agree to a share of the expected one; a 0 is met exactly.</summary>
internal static class Near
{
    public static void Equal(double expected, double actual, double relative) =>
        Assert.True(
            Math.Abs(actual - expected) <= relative * Math.Abs(expected),
            FormattableString.Invariant($"expected {expected:R} to {relative:R} of it, got {actual:R}"));

    public static void Equal(Vector expected, Vector actual, double relative)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var j = 0; j < expected.Count; j++)
            Equal(expected[j], actual[j], relative);
    }
}
