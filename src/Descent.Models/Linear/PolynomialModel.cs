using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>A polynomial of the features, which it is given as they are.</summary>
/// <remarks>
/// <para>It is kept in <c>zⱼ = (xⱼ − centreⱼ) / scaleⱼ</c>, where its coefficients are of moderate size:
/// <c>y = b + Σ wₖ tₖ(z)</c>, tₖ the products of up to <see cref="Degree"/> of the z in the order of
/// <see cref="PolynomialFeatures"/>. <see cref="InOriginalUnits"/> is the same polynomial of x.</para>
/// </remarks>
/// <param name="Degree">The largest number of factors, at least 1.</param>
/// <param name="Center">What is subtracted from each feature, in its unit.</param>
/// <param name="Scale">What the difference is divided by, in its unit; not 0.</param>
/// <param name="Weights">w, one for each product of the z.</param>
/// <param name="Bias">b.</param>
/// <exception cref="ArgumentOutOfRangeException">
/// <paramref name="Degree"/> is less than 1, or there are too many products.
/// </exception>
/// <exception cref="ArgumentException">
/// Not one scale for each centre, a scale is 0 or not finite, or not one weight for each product.
/// </exception>
public sealed record PolynomialModel(int Degree, Vector Center, Vector Scale, Vector Weights, double Bias)
    : IModel
{
    /// <summary>The largest number of factors.</summary>
    public int Degree { get; } = Guard.AtLeast(Degree, 1);

    /// <summary>What is subtracted from each feature, in its unit.</summary>
    public Vector Center { get; } = Center;

    /// <summary>What the difference is divided by, in its unit.</summary>
    public Vector Scale { get; } = ForEachFeature(Center, Scale);

    /// <summary>w, one for each product of the z.</summary>
    public Vector Weights { get; } = ForEachTerm(Degree, Center, Weights);

    /// <inheritdoc/>
    public int FeatureCount => Center.Count;

    /// <inheritdoc/>
    public Vector Predict(Matrix features)
    {
        ModelGuard.Features(features, FeatureCount);
        return Standardized.At(
            features.Rows,
            (i, z) =>
            {
                var row = features.Row(i);
                for (var j = 0; j < z.Length; j++)
                    z[j] = (row[j] - Center[j]) / Scale[j];
            },
            FeatureCount);
    }

    /// <summary>The same polynomial with centre 0 and scale 1, multiplied out.</summary>
    /// <remarks>
    /// Its weights and bias are the coefficients of the products of the features themselves. Where features
    /// are far from 0 beside their spread, as years are, these are large numbers of both signs, and what they
    /// sum to loses digits: predict with the model as it was fitted.
    /// </remarks>
    public PolynomialModel InOriginalUnits()
    {
        var plain = Standardized.Substitute(
            Center.Zip(Scale, (center, scale) => -center / scale), Scale.Map(scale => 1 / scale));
        var (zeros, ones) = (Vector.Zeros(FeatureCount), Vector.Ones(FeatureCount));
        return new(Degree, zeros, ones, plain.Coefficients, plain.Constant);
    }

    /// <summary>The polynomial of the features, such as <c>y = 1 + 2 x1 - 0.5 x1^2</c>.</summary>
    public override string ToString()
    {
        var plain = InOriginalUnits();
        ImmutableArray<string> features =
            [.. Enumerable.Range(1, FeatureCount).Select(j => Guard.Text($"x{j}"))];
        var terms = Standardized.Terms.Names(features).Zip(plain.Weights)
            .Where(term => term.Second is not 0)
            .Select(term => Guard.Text(
                $" {(term.Second < 0 ? '-' : '+')} {Math.Abs(term.Second):G6} {term.First}"));
        return Guard.Text($"y = {plain.Bias:G6}") + string.Concat(terms);
    }

    /// <summary>As a function of z.</summary>
    internal Polynomial Standardized => new(Polynomial.TermsOf(FeatureCount, Degree), Weights, Bias);

    private static Vector ForEachFeature(Vector center, Vector scale, string name = nameof(Scale))
    {
        Guard.SameLength(scale.Count, center.Count, nameof(Center), name);
        for (var j = 0; j < scale.Count; j++)
            if (scale[j] is 0 || !double.IsFinite(scale[j]))
                throw new ArgumentException(
                    Guard.Text($"{name}[{j}] is {scale[j]}; it must be a finite number other than 0. Pass 1 ")
                    + "for a feature that is only shifted.",
                    name);
        return scale;
    }

    private static Vector ForEachTerm(int degree, Vector center, Vector weights)
    {
        var products = new PolynomialFeatures(Guard.AtLeast(degree, 1, nameof(Degree)));
        Guard.SameLength(
            weights.Count, products.ColumnCount(center.Count), "the list of products", nameof(Weights));
        return weights;
    }
}
