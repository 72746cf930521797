using System.Globalization;

namespace Descent.Bits;

/// <summary>The culture in force while the results are computed.</summary>
internal static class Habits
{
    /// <summary>Makes a culture that of every thread.</summary>
    public static void Adopt(string name)
    {
        var culture = Named(name);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
    }

    /// <summary>The culture; one with German habits where the runtime has none of its own.</summary>
    private static CultureInfo Named(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NumberGroupSeparator = ".";
            return culture;
        }
    }
}
