using System.Collections.Immutable;

namespace Descent;

/// <summary>The products of features up to a degree, each made of one of a degree less.</summary>
internal sealed class PolynomialTerms
{
    // Term k is feature[k], times term parent[k] unless that is −1.
    private readonly int[] _parent;
    private readonly int[] _feature;

    // The first term made of each term, of its last feature or the next; 0, which is made of none, where
    // there is none.
    private readonly int[] _child;

    // How far behind a term's last feature the first is that it goes on with.
    private readonly int _gap;

    private PolynomialTerms(int[] parent, int[] feature, int[] child, int gap)
    {
        _parent = parent;
        _feature = feature;
        _child = child;
        _gap = gap;
    }

    /// <summary>The terms by degree and then by their features.</summary>
    /// <param name="features">The number of features.</param>
    /// <param name="count">The number of terms: all of some first degrees.</param>
    /// <param name="areDistinct">Whether no feature is multiplied by itself.</param>
    public static PolynomialTerms Of(int features, int count, bool areDistinct)
    {
        var (parent, feature, child) = (new int[count], new int[count], new int[count]);
        var gap = areDistinct ? 1 : 0;
        for (var j = 0; j < features; j++)
            (parent[j], feature[j]) = (-1, j);

        // A term goes on with its last feature or a later one, so that each product comes once.
        var next = features;
        for (var k = 0; next < count; k++)
        {
            child[k] = next;
            for (var j = feature[k] + gap; j < features; j++)
                (parent[next], feature[next++]) = (k, j);
        }

        return new PolynomialTerms(parent, feature, child, gap);
    }

    public int Count => _parent.Length;

    /// <summary>The products of one row.</summary>
    public void Evaluate(ReadOnlySpan<double> row, Span<double> result)
    {
        for (var k = 0; k < result.Length; k++)
        {
            var x = row[_feature[k]];
            result[k] = _parent[k] < 0 ? x : result[_parent[k]] * x;
        }
    }

    /// <summary>Adds the products of one row that are not 0, from its entries that are not.</summary>
    /// <param name="features">The places of the entries, in increasing order.</param>
    /// <param name="row">The entries.</param>
    /// <param name="terms">Where the terms go, in increasing order.</param>
    /// <param name="products">Where their values go.</param>
    public void Evaluate(
        ReadOnlySpan<int> features, ReadOnlySpan<double> row, List<int> terms, List<double> products)
    {
        var first = terms.Count;
        for (var i = 0; i < row.Length; i++)
            AddUnlessZero(features[i], row[i], terms, products);

        // Each term goes on in its turn, also those that are added here.
        for (var k = first; k < terms.Count; k++)
        {
            if (_child[terms[k]] > 0)
                AddProducts(terms[k], products[k], features, row, terms, products);
        }
    }

    private void AddProducts(
        int term,
        double product,
        ReadOnlySpan<int> features,
        ReadOnlySpan<double> row,
        List<int> terms,
        List<double> products)
    {
        var least = _feature[term] + _gap;
        for (var i = 0; i < row.Length; i++)
        {
            if (features[i] >= least)
                AddUnlessZero(_child[term] + features[i] - least, product * row[i], terms, products);
        }
    }

    private static void AddUnlessZero(int term, double product, List<int> terms, List<double> products)
    {
        if (product is 0)
            return;
        terms.Add(term);
        products.Add(product);
    }

    /// <summary>The products in words, such as <c>x1^2 x2</c>.</summary>
    public IEnumerable<string> Names(ImmutableArray<string> features) =>
        Enumerable.Range(0, Count).Select(k => string.Join(
            ' ',
            from factor in Factors(k).GroupBy(j => j)
            let exponent = factor.Count()
            select exponent == 1 ? features[factor.Key] : Guard.Text($"{features[factor.Key]}^{exponent}")));

    /// <summary>A term times a feature that is not before its last; −1 stands for 1.</summary>
    public int Times(int term, int feature) =>
        term < 0 ? feature : _child[term] + feature - _feature[term] - _gap;

    /// <summary>The features that make a term, in increasing order.</summary>
    public List<int> Factors(int term)
    {
        var factors = new List<int>();
        for (; term >= 0; term = _parent[term])
            factors.Add(_feature[term]);
        factors.Reverse();
        return factors;
    }
}
