using System.Globalization;

namespace Descent.Models;

/// <summary>What a learner is called in a table: its name and the settings that say something.</summary>
internal static class LearnerText
{
    /// <summary><c>Name(a, b)</c>, without what is null; numbers as every culture reads them here.</summary>
    public static string Of(string name, params object?[] settings)
    {
        var texts = settings.Where(setting => setting is not null)
            .Select(setting => Convert.ToString(setting, CultureInfo.InvariantCulture));
        return $"{name}({string.Join(", ", texts)})";
    }

    /// <summary>A setting with its name, or null where it has its default.</summary>
    public static string? Unless<T>(T standard, T value, string name) =>
        EqualityComparer<T>.Default.Equals(value, standard) ? null : Guard.Text($"{name} {value}");

    /// <summary>Whether there is a bias, where there is none.</summary>
    public static string? Bias(bool bias) => bias ? null : "no bias";
}
