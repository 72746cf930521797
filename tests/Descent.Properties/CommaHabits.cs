using System.Globalization;
using Xunit;

namespace Descent.Properties;

/// <summary>A culture that writes −0,5 and 1.000, and what is printed while it is in force.</summary>
internal static class CommaHabits
{
    /// <summary>The runtime has no cultures of its own here, so German habits are set by hand.</summary>
    public static CultureInfo Culture
    {
        get
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NumberGroupSeparator = ".";
            culture.NumberFormat.NegativeSign = "−";
            return culture;
        }
    }

    /// <summary>Asserts what a value prints, whatever the culture.</summary>
    public static void Print(string expected, object value)
    {
        Assert.Equal(expected, value.ToString());
        Assert.Equal(expected, In(() => value.ToString()!));
    }

    public static T In<T>(Func<T> text)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Culture;
            Assert.Equal("−0,5", (-0.5).ToString(CultureInfo.CurrentCulture));
            return text();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
