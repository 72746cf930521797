namespace Descent;

/// <summary>Σ cᵢ x̃ᵢ x̃ᵢᵀ over the rows of a matrix, a 1 after each or not: Xᵀ D X, fast.</summary>
/// <remarks>
/// <para>An entry is a sum over the rows in order, each term (cᵢ xᵢⱼ) xᵢₖ with j ≤ k added by a fused
/// multiply-add, in chunks of <see cref="ChunkRows"/> that are added from left to right: so it loses at most
/// so many roundings, and sparse rows give the bits of dense ones without a sum over all pairs for each few
/// rows. The entries with j &gt; k are those with j &lt; k.</para>
/// <para>How many columns are taken at once, and by how many threads, changes no bit: each entry has one
/// thread and one order.</para>
/// </remarks>
internal static class WeightedGram
{
    public const int ChunkRows = 4096;

    // More shares than threads even out what a share of the triangle costs.
    private const int SharesPerThread = 2;

    // So many columns' sums stay in the second cache, and reading the rows once for each share would cost
    // more than they do: then a thread takes chunks of rows.
    private const int GreatestShared = 256;

    /// <summary>Writes the matrix, symmetric to the bit and with no sign at zero.</summary>
    /// <param name="rows">Finite rows.</param>
    /// <param name="weights">c, one per row.</param>
    /// <param name="withOne">Whether each row is followed by a 1.</param>
    /// <param name="threads">How many threads may help, at least 1.</param>
    /// <param name="into">Where the rows of the result go.</param>
    /// <param name="stride">How far apart they are.</param>
    public static void Write(
        Matrix rows, Vector weights, bool withOne, int threads, Span<double> into, int stride)
    {
        var n = rows.Columns;
        var gram = rows.Store is SparseRows sparse
            ? OfSparse(rows, sparse, weights)
            : OfDense(rows, weights, threads);
        for (var j = 0; j < n; j++)
        {
            for (var k = j; k < n; k++)
            {
                var entry = gram[(j * Lanes.Padded(n)) + k] + 0.0;
                into[(j * stride) + k] = entry;
                into[(k * stride) + j] = entry;
            }
        }

        if (!withOne)
            return;
        var sums = rows.TransposeMultiply(weights);
        for (var j = 0; j < n; j++)
        {
            into[(j * stride) + n] = sums[j];
            into[(n * stride) + j] = sums[j];
        }

        into[(n * stride) + n] = weights.Sum() + 0.0;
    }

    private static double[] OfDense(Matrix rows, Vector weights, int threads)
    {
        var blocks = Lanes.Padded(rows.Columns) / Lanes.Count;
        var work = new GramBlocks(rows, weights);
        var isWorth = threads > 1 && RowTree.IsWorthThreads(rows.Rows, (long)rows.Columns * blocks);
        if (isWorth && rows.Columns <= GreatestShared && work.ChunkCount >= 2 * threads)
        {
            work.AddChunks(threads);
            return work.Gram;
        }

        // A share has every so many-th block row of the triangle, long ones and short ones.
        var shares = isWorth ? Math.Min(blocks, SharesPerThread * threads) : 1;
        Workers.Run(threads, shares, share => work.Add(share, shares));
        return work.Gram;
    }

    private static double[] OfSparse(Matrix rows, SparseRows sparse, Vector weights)
    {
        var stride = Lanes.Padded(rows.Columns);
        var gram = new double[checked(stride * stride)];
        var chunk = rows.Rows <= ChunkRows ? gram : new double[gram.Length];
        for (var first = 0; first < rows.Rows; first += ChunkRows)
        {
            var sums = first == 0 ? gram : chunk;
            for (var i = first; i < Math.Min(first + ChunkRows, rows.Rows); i++)
                AddRow(sparse, rows.StoredAt(i), weights[i], sums, stride);
            if (first == 0)
                continue;
            Kernels.Elementwise(gram, chunk, gram, default(Sum));
            Array.Clear(chunk);
        }

        return gram;
    }

    private static void AddRow(SparseRows sparse, int row, double weight, double[] sums, int stride)
    {
        var columns = sparse.ColumnsOf(row);
        var values = sparse.ValuesOf(row);
        for (var a = 0; a < columns.Length; a++)
        {
            var factor = weight * values[a];
            if (factor is 0)
                continue;
            var place = sums.AsSpan(columns[a] * stride, stride);
            for (var b = a; b < columns.Length; b++)
                place[columns[b]] = Math.FusedMultiplyAdd(factor, values[b], place[columns[b]]);
        }
    }
}
