using System.Globalization;

namespace FsCheck.Xunit;

/// <summary>What the environment changes for every law; see <see cref="PropertyAttribute"/>.</summary>
/// <param name="Cases">The factor on the number of cases.</param>
/// <param name="FreshSeeds">Whether the seed fixed for the assembly is ignored.</param>
internal sealed record RunSwitches(double Cases = 1, bool FreshSeeds = false)
{
    public static RunSwitches FromEnvironment() => Parse(
        Environment.GetEnvironmentVariable("DESCENT_CASES"),
        Environment.GetEnvironmentVariable("DESCENT_REPLAY"));

    public static RunSwitches Parse(string? cases, string? replay) =>
        new(ParseCases(cases), ParseReplay(replay));

    /// <summary>Multiplies a count by the factor: at least 1, and no more than an int holds.</summary>
    public int Scale(int count) => (int)Math.Clamp(Math.Ceiling(count * Cases), 1, int.MaxValue);

    private static double ParseCases(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return 1;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor)
            && double.IsFinite(factor)
            && factor > 0
                ? factor
                : throw new FormatException(
                    $"DESCENT_CASES is \"{text}\"; it must be a finite number greater than 0, such as 20.");
    }

    private static bool ParseReplay(string? text) => text switch
    {
        null or "" => false,
        "fresh" => true,
        _ => throw new FormatException($"DESCENT_REPLAY is \"{text}\"; it must be \"fresh\" or absent."),
    };
}
