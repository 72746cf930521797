namespace Descent.Models;

/// <summary>An order of rows whose beginnings are samples of the whole.</summary>
internal static class NestedOrder
{
    /// <summary>A random order; of classes, one over which each is spread evenly.</summary>
    public static int[] Of(Dataset data, bool ofClasses, Seed seed)
    {
        var order = seed.Permutation(data.Count);
        if (!ofClasses)
            return [.. order];

        var strata = Strata.Of(data.Targets);
        var sizes = order.CountBy(strata.Of).ToDictionary();
        var met = new Dictionary<int, int>();
        return
        [
            .. order.Select(row =>
            {
                var number = strata.Of(row);
                var before = met[number] = met.GetValueOrDefault(number) + 1;
                return (Row: row, Place: (before - 0.5) / sizes[number]);
            }).OrderBy(entry => entry.Place).Select(entry => entry.Row),
        ];
    }
}
