namespace Descent.Properties;

/// <summary>Something of each kind, for the test of the public surface's text.</summary>
public sealed record ApiExample<T>(int Count, string? Name = null, double Rate = 0.5) : IProgress<string?>
    where T : IState
{
    public IReadOnlyList<string?> Notes => [Name];

    public Func<T, double?>? Measure => null;

    public double this[int index] => index * Rate;

    public void Report(string? value) => Console.WriteLine(value);

    public static TItem[] Pick<TItem>(params TItem[] items)
        where TItem : class, new() => items;

    public static ApiExample<T> operator +(ApiExample<T> left, ApiExample<T> right) =>
        left with { Name = right.Name };

    internal int Hidden() => Count;
}
