namespace Descent.Models;

/// <summary>
/// What a polynomial is fitted in: products of standardized features, standardized once more.
/// </summary>
/// <remarks>
/// Powers of numbers far from 0 are nearly dependent, and those of large ones larger still; these are not,
/// and a penalty means the same for each.
/// </remarks>
internal sealed record PolynomialBasis(
    int Degree, Standardizer Features, Standardizer Products, Dataset Data)
{
    public static PolynomialBasis Of(Dataset data, int degree)
    {
        var features = Standardizer.Fit(Guard.NotNull(data));
        var expanded = new PolynomialFeatures(degree).Transform(features.Transform(data));
        var products = Standardizer.Fit(expanded);
        return new(degree, features, products, products.Transform(expanded));
    }

    /// <summary>The polynomial that a line in the basis is.</summary>
    public PolynomialModel ModelOf(LinearModel line)
    {
        var weights = line.Weights.Zip(Products.Scale, (weight, scale) => weight / scale);
        return new(
            Degree, Features.Mean, Features.Scale, weights, line.Bias - weights.Dot(Products.Mean));
    }

    /// <summary>The line in the basis that a polynomial is.</summary>
    /// <exception cref="ArgumentException">It has another degree or other features.</exception>
    public LinearModel LineOf(PolynomialModel model)
    {
        Guard.SameLength(model.FeatureCount, Features.Mean.Count, "a row of the data", "start.Center");
        Guard.SameLength(model.Weights.Count, Data.FeatureCount, "the list of products", "start.Weights");
        var here = model.Standardized.Substitute(
            (Features.Mean - model.Center).Zip(model.Scale, (difference, scale) => difference / scale),
            Features.Scale.Zip(model.Scale, (scale, other) => scale / other));
        return new(
            here.Coefficients.Zip(Products.Scale, (weight, scale) => weight * scale),
            here.Constant + here.Coefficients.Dot(Products.Mean));
    }
}
