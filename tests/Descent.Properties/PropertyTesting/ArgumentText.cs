using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace FsCheck.Xunit;

/// <summary>The arguments of a law as text, one on a line, numbers with all digits that matter.</summary>
internal static class ArgumentText
{
    public static string Of(MethodInfo law, IEnumerable<object?> arguments)
    {
        var parameters = law.GetParameters();
        var text = new StringBuilder();
        foreach (var (index, value) in Spread(parameters.Length, arguments).Index())
        {
            // A law that returns a Property may generate more values, which have no name.
            var name = index < parameters.Length ? parameters[index].Name : "generated";
            text.AppendLine(CultureInfo.InvariantCulture, $"    {name} = {Of(value)}");
        }

        return text.ToString();
    }

    public static string Of(object? value) => value switch
    {
        null => "null",
        string s => $"\"{s}\"",
        char c => $"'{c}'",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        ITuple tuple => $"({Join(Items(tuple))})",
        IEnumerable items => $"[{Join(items.Cast<object?>())}]",
        _ => value.ToString() ?? string.Empty,
    };

    // FsCheck hands several parameters over as one tuple, and no parameter as a unit.
    private static IEnumerable<object?> Spread(int count, IEnumerable<object?> arguments) => count switch
    {
        0 => arguments.Skip(1),
        1 => arguments,
        _ => arguments.Take(1).Cast<ITuple>().SelectMany(Items).Concat(arguments.Skip(1)),
    };

    private static IEnumerable<object?> Items(ITuple tuple) =>
        Enumerable.Range(0, tuple.Length).Select(i => tuple[i]);

    private static string Join(IEnumerable<object?> values) => string.Join(", ", values.Select(Of));
}
