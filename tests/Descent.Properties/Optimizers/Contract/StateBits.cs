using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace Descent.Properties;

/// <summary>All numbers of a state, its memory's too, as bits: a deep copy that tells 0 from −0.</summary>
public static class StateBits
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>All that a state holds.</summary>
    public static long[] Of(object? value) => [.. Flatten(value)];

    /// <summary>All that a sequence of states holds.</summary>
    public static long[] OfAll(IEnumerable<IState> states) => [.. states.SelectMany(Flatten)];

    /// <summary>What a state shows whatever its memory: step, parameters, loss and gradient.</summary>
    public static long[] Visible(IState state) =>
        [state.Step, .. Of(state.Parameters), .. Of(state.Loss), .. Of(state.Gradient)];

    /// <summary>What a sequence of states shows.</summary>
    public static long[] VisibleAll(IEnumerable<IState> states) => [.. states.SelectMany(Visible)];

    private static IEnumerable<long> Flatten(object? value) => value switch
    {
        null => [],
        double number => [BitConverter.DoubleToInt64Bits(number)],
        long number => [number],
        int number => [number],
        bool flag => [flag ? 1 : 0],
        Vector vector => vector.Select(BitConverter.DoubleToInt64Bits).Prepend(vector.Count),
        Enum named => [Convert.ToInt64(named, CultureInfo.InvariantCulture)],
        IEnumerable items => items.Cast<object?>().SelectMany(Flatten),
        _ => PropertiesOf(value.GetType()).SelectMany(property => Flatten(property.GetValue(value))),
    };

    private static PropertyInfo[] PropertiesOf(Type type) => Properties.GetOrAdd(type, static t =>
        t.Namespace?.StartsWith(nameof(Descent), StringComparison.Ordinal) == true
            ? t.GetProperties()
            : throw new NotSupportedException($"{t} holds what nobody compares; teach this to read it."));
}
