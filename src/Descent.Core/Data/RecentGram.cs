namespace Descent;

/// <summary>Remembers the product sums of the columns that were asked for lately.</summary>
/// <remarks>
/// As <see cref="RecentValues{TValue}"/>, it cannot be seen from outside: a sum is a pure function of its two
/// columns, and columns and sums are published together in one reference, so that any number of threads get
/// the right ones and at worst compute them again. Up to <see cref="GreatestKept"/> columns, 8 MB, are kept.
/// </remarks>
internal sealed class RecentGram
{
    public const int GreatestKept = 1024;

    private readonly ColumnGram[] _recent = [ColumnGram.Empty];

    /// <summary>The sums of some columns, and perhaps of others.</summary>
    public ColumnGram Of(Matrix rows, double[]? roots, int[] columns, int threads)
    {
        var gram = Volatile.Read(ref _recent[0]);
        var missing = gram.Missing(columns);
        if (missing.Length == 0)
            return gram;

        gram = gram.Columns.Length + missing.Length <= GreatestKept
            ? gram.With(rows, roots, missing, threads)
            : ColumnGram.Empty.With(rows, roots, columns, threads);
        if (gram.Columns.Length <= GreatestKept)
            Volatile.Write(ref _recent[0], gram);
        return gram;
    }
}
