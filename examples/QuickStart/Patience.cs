namespace QuickStart;

/// <summary>An operator of one's own: a training run is a sequence, so early stopping is ten lines.</summary>
internal static class Patience
{
    /// <summary>Ends the sequence when so many elements in a row have brought no lower value.</summary>
    public static IEnumerable<T> UntilNoBetter<T>(
        this IEnumerable<T> items, Func<T, double> value, int patience)
    {
        var (best, waited) = (double.PositiveInfinity, 0);
        foreach (var item in items)
        {
            yield return item;
            (best, waited) = value(item) < best ? (value(item), 0) : (best, waited + 1);
            if (waited == patience)
                yield break;
        }
    }
}
