using System.Collections.Immutable;

namespace Descent;

/// <summary>Adds the products of features up to a degree, so that a linear model can bend.</summary>
/// <remarks>
/// <para>The order is by degree, and in each degree that of the features: of a and b up to degree 2,
/// <c>a, b, a^2, a b, b^2</c>. No column of ones: the bias is the model's. Of n features and degree d that
/// makes <c>C(n + d, d) − 1</c> columns, or <c>Σ C(n, k)</c> over k from 1 to d where every feature is taken
/// at most once.</para>
/// <para>A product of k factors is taken from left to right, so it is rounded k − 1 times. Degree 1 gives the
/// features themselves. Sparse features stay sparse, and only products of
/// entries that are not 0 are taken.</para>
/// <para>Powers of large numbers are larger still, and powers of numbers far from 0 are nearly dependent: put
/// a <see cref="Standardizer"/> or a <see cref="MinMaxScaler"/> before, and one after too.</para>
/// </remarks>
/// <param name="Degree">The largest number of factors, at least 1.</param>
/// <param name="InteractionOnly">Whether no feature is multiplied by itself: <c>a, b, a b</c>.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Degree"/> is less than 1.</exception>
public sealed record PolynomialFeatures(int Degree = 2, bool InteractionOnly = false)
{
    /// <summary>The most columns that are made.</summary>
    public const int MaxColumns = 1_000_000;

    /// <summary>The largest number of factors, at least 1.</summary>
    public int Degree { get; init => field = Guard.AtLeast(value, 1, nameof(Degree)); } =
        Guard.AtLeast(Degree, 1);

    /// <summary>The number of columns that are made of so many features.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="features"/> is negative, or the number is greater than <see cref="MaxColumns"/>.
    /// </exception>
    public int ColumnCount(int features) => CountOf(Guard.AtLeast(features, 0), nameof(features));

    /// <summary>The dataset with the products after its features, named as <c>x1^2 x2</c>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There would be more than <see cref="MaxColumns"/> columns, or more numbers than an array holds.
    /// </exception>
    /// <exception cref="ArgumentException">A product overflows; the message names it.</exception>
    public Dataset Transform(Dataset data)
    {
        var terms = TermsOf(Guard.NotNull(data).FeatureCount, nameof(data));
        return data.WithFeatures(
            Transform(data.Features, terms, nameof(data)), terms.Names(data.FeatureNames));
    }

    /// <summary>One row with the products after it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There would be more than <see cref="MaxColumns"/> columns.
    /// </exception>
    public Vector Transform(Vector row)
    {
        var terms = TermsOf(row.Count, nameof(row));
        var result = new double[terms.Count];
        terms.Evaluate(row.AsSpan(), result);
        return Vector.Own(result);
    }

    /// <summary>Rows with the products after their features.</summary>
    internal Matrix Transform(Matrix features) =>
        Transform(features, TermsOf(features.Columns, nameof(features)), nameof(features));

    /// <summary>The names of the products of features with these names.</summary>
    internal IEnumerable<string> Names(ImmutableArray<string> features) =>
        TermsOf(features.Length, nameof(features)).Names(features);

    private Matrix Transform(Matrix features, PolynomialTerms terms, string name)
    {
        if (features.Store is SparseRows rows)
            return Sparse(features, rows, terms);
        return (long)features.Rows * Lanes.Padded(terms.Count) > Array.MaxLength - Lanes.Count
            ? throw TooLarge(features, name)
            : Dense(features, terms);
    }

    private static string Remedy => "take a lower degree, fewer features, or interactions only.";

    private static Matrix Dense(Matrix features, PolynomialTerms terms) => Matrix.Fill(
        features.Rows, terms.Count, (i, row) => terms.Evaluate(features.Row(i), row));

    private static Matrix Sparse(Matrix features, SparseRows rows, PolynomialTerms terms)
    {
        var starts = new int[features.Rows + 1];
        var (columns, values) = (new List<int>(), new List<double>());
        for (var i = 0; i < features.Rows; i++)
        {
            var row = features.StoredAt(i);
            terms.Evaluate(rows.ColumnsOf(row), rows.ValuesOf(row), columns, values);
            starts[i + 1] = columns.Count;
        }

        return Matrix.FromCompressedRows(terms.Count, starts, [.. columns], [.. values]);
    }

    private PolynomialTerms TermsOf(int features, string name) =>
        PolynomialTerms.Of(features, CountOf(features, name), InteractionOnly);

    // From one binomial to the next, exact at each: C(n + k − 1, k) terms of degree k, or C(n, k).
    private int CountOf(int features, string name)
    {
        long total = 0, ofDegree = 1;
        for (var k = 1L; k <= Degree && ofDegree > 0; k++)
        {
            ofDegree = ofDegree * (InteractionOnly ? features - k + 1 : features + k - 1) / k;
            total += ofDegree;
            if (total > MaxColumns)
                throw TooMany(features, name);
        }

        return (int)total;
    }

    private ArgumentOutOfRangeException TooMany(int features, string name) => new(
        name,
        features,
        Guard.Text($"Products of {features} features up to degree {Degree} are more than {MaxColumns} ")
        + "columns; " + Remedy);

    private ArgumentOutOfRangeException TooLarge(Matrix features, string name) => new(
        name,
        features.Rows,
        Guard.Text($"Products of {features.Columns} features up to degree {Degree} are more numbers ")
        + Guard.Text($"for {features.Rows} rows than an array holds; ") + Remedy);
}
