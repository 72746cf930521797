namespace Descent.Properties;

/// <summary>Small datasets with known answers.</summary>
public static class Samples
{
    /// <summary>Ten points about the line y = 2 x − 1; the feature is centred.</summary>
    public static Dataset Line() => new(
        Matrix.From(10, 1, (i, _) => (i - 4.5) / 3),
        [-3.8, -3.6, -2.5, -2.1, -1.2, -0.9, 0.2, 0.5, 1.4, 1.9]);

    /// <summary>Ten points on the line y = 2 x − 1.</summary>
    public static Dataset ExactLine()
    {
        var x = Line().Features;
        return new(x, x.Column(0).Map(entry => (2 * entry) - 1));
    }

    /// <summary>Twenty points in two overlapping classes, so that the logistic risk has a minimum.</summary>
    public static Dataset TwoClasses() => new(
        Matrix.From(20, 2, (i, j) => j == 0 ? (((i * 7) % 20) - 9.5) / 5 : (((i * 3) % 20) - 9.5) / 5),
        Vector.From(Enumerable.Range(0, 20).Select(i => i % 3 == 0 || (i * 7) % 20 > 13 ? 1.0 : 0.0)));

    /// <summary>Eight points with whole coordinates that the line x₁ + x₂ = ½ separates.</summary>
    public static Dataset Separable() => new(
        Matrix.FromRows([2, 1], [1, 0], [3, -2], [0, 2], [-1, -1], [0, 0], [-2, 1], [1, -3]),
        [1, 1, 1, 1, 0, 0, 0, 0]);
}
