namespace Descent;

public sealed partial class Matrix
{
    /// <summary>The sparse matrix of compressed rows (CSR).</summary>
    /// <remarks>
    /// The arrays that other libraries call indptr, indices and data: row i has the entries from
    /// <c>starts[i]</c> to before <c>starts[i + 1]</c>. Zeros among the values, −0 too, are not stored.
    /// </remarks>
    /// <param name="columns">The number of columns.</param>
    /// <param name="starts">One number per row and one more: from 0, never less than the one before, up to
    /// the number of values.</param>
    /// <param name="columnIndices">The column of each value, from 0, increasing within a row; copied.</param>
    /// <param name="values">The values, row by row; copied.</param>
    /// <exception cref="ArgumentNullException">An array is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="starts"/> is empty, does not begin with 0, decreases, or does not end at the number of
    /// values; the lengths of the other two differ; or columns do not increase within a row.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="columns"/> is negative, or a column is outside [0, columns).
    /// </exception>
    public static Matrix FromCompressedRows(int columns, int[] starts, int[] columnIndices, double[] values)
    {
        Guard.AtLeast(columns, 0);
        Guard.NotNull(starts);
        Guard.NotNull(columnIndices);
        Guard.NotNull(values);
        Guard.SameLength(columnIndices.Length, values.Length, "values", nameof(columnIndices));
        CheckStarts(starts, values.Length);
        Guard.Indices(columnIndices, columns, nameof(columnIndices));
        CheckIncreasing(starts, columnIndices);
        return new Matrix(SparseRows.Compressed(columns, starts, columnIndices, values));
    }

    /// <summary>The sparse matrix of single entries, in any order; all others are 0.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="entries">The entries, each place named once; zeros, −0 too, are not stored.</param>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A dimension is negative, or an entry lies outside the matrix.
    /// </exception>
    /// <exception cref="ArgumentException">Two entries have the same place.</exception>
    public static Matrix FromEntries(int rows, int columns, params MatrixEntry[] entries) =>
        FromEntries(rows, columns, (IEnumerable<MatrixEntry>)Guard.NotNull(entries));

    /// <inheritdoc cref="FromEntries(int, int, MatrixEntry[])"/>
    public static Matrix FromEntries(int rows, int columns, IEnumerable<MatrixEntry> entries)
    {
        Guard.AtLeast(rows, 0);
        Guard.AtLeast(columns, 0);
        var sorted = Guard.NotNull(entries).ToArray();
        for (var k = 0; k < sorted.Length; k++)
        {
            var (row, column, _) = sorted[k];
            if ((uint)row >= (uint)rows)
                Guard.Index(row, rows, Guard.Text($"{nameof(entries)}[{k}].Row"));
            if ((uint)column >= (uint)columns)
                Guard.Index(column, columns, Guard.Text($"{nameof(entries)}[{k}].Column"));
        }

        Array.Sort(Array.ConvertAll(sorted, one => ((long)one.Row * columns) + one.Column), sorted);
        CheckOnce(sorted);
        return new Matrix(SparseRows.Compressed(
            columns,
            StartsOf(rows, sorted),
            Array.ConvertAll(sorted, one => one.Column),
            Array.ConvertAll(sorted, one => one.Value)));
    }

    /// <summary>Whether only what is not 0 is stored.</summary>
    public bool IsSparse => Store is SparseRows;

    /// <summary>The number of entries that are not 0, counted anew each time in a dense matrix.</summary>
    public long NonZeroCount => Enumerable.Range(0, Rows).Sum(i => (long)Store.NonZeroCount(StoredAt(i)));

    /// <summary>The same matrix with nothing stored but what is not 0; itself where it is sparse.</summary>
    /// <remarks>
    /// Less memory where a third is 0 or more, less time where nine tenths are. The sign of a zero is lost.
    /// </remarks>
    public Matrix ToSparse() => IsSparse ? this : new Matrix(SparseRows.Of(this));

    /// <summary>The same matrix with all zeros stored; itself where it is dense.</summary>
    /// <exception cref="OverflowException">It would have more entries than an array can.</exception>
    public Matrix ToDense() => IsSparse ? new Matrix(DenseCopy()) : this;

    private static void CheckStarts(int[] starts, int count)
    {
        const string name = nameof(starts);
        if (starts.Length == 0)
        {
            throw new ArgumentException(
                $"{name} is empty; it must have one number per row and one more. Pass [0] for no rows.",
                name);
        }

        if (starts[0] != 0)
        {
            throw new ArgumentException(
                Guard.Text($"{name}[0] is {starts[0]}; it must be 0, where the first row starts."), name);
        }

        for (var i = 1; i < starts.Length; i++)
        {
            if (starts[i] < starts[i - 1])
            {
                throw new ArgumentException(
                    Guard.Text($"{name}[{i}] is {starts[i]}, less than {starts[i - 1]} before it; ")
                    + "no row may end before it starts. Repeat the number for an empty row.",
                    name);
            }
        }

        if (starts[^1] != count)
        {
            throw new ArgumentException(
                Guard.Text($"{name}[{starts.Length - 1}] is {starts[^1]}, but values has length {count}; ")
                + "the last must be where the values end.",
                name);
        }
    }

    private static void CheckIncreasing(int[] starts, int[] columnIndices)
    {
        for (var i = 1; i < starts.Length; i++)
        {
            for (var k = starts[i - 1] + 1; k < starts[i]; k++)
            {
                var (last, next) = (columnIndices[k - 1], columnIndices[k]);
                if (next <= last)
                {
                    throw new ArgumentException(
                        Guard.Text($"{nameof(columnIndices)}[{k}] is {next}, after {last} in row {i - 1}; ")
                        + "columns must increase within a row. Sort the row, and add up what has one place.",
                        nameof(columnIndices));
                }
            }
        }
    }

    private static void CheckOnce(MatrixEntry[] entries)
    {
        for (var k = 1; k < entries.Length; k++)
        {
            var (row, column, _) = entries[k];
            if (row == entries[k - 1].Row && column == entries[k - 1].Column)
            {
                throw new ArgumentException(
                    Guard.Text($"{nameof(entries)} names row {row}, column {column} more than once; ")
                    + "keep one entry for each place, or their sum.",
                    nameof(entries));
            }
        }
    }

    private static int[] StartsOf(int rows, MatrixEntry[] sorted)
    {
        var starts = new int[rows + 1];
        foreach (var entry in sorted)
            starts[entry.Row + 1]++;
        for (var i = 0; i < rows; i++)
            starts[i + 1] += starts[i];
        return starts;
    }
}
