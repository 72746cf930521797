using System.Collections.Immutable;
using Descent;
using Descent.Models;

namespace Lessons;

/// <summary>Polynomials through points about a sine: too stiff, about right, too supple.</summary>
public static class NoisySine
{
    /// <summary>The deviation of the points about the sine: no model can be nearer to new ones.</summary>
    public const double Noise = 0.3;

    /// <summary>Forty points.</summary>
    public static Dataset Few { get; } = ToyData.NoisySine(40, Noise, seed: 6);

    /// <summary>The numbers of points to learn from.</summary>
    public static ImmutableArray<int> Sizes { get; } = [15, 20, 30, 50, 100, 200, 320];

    /// <summary>The degrees whose errors are followed as the points get more.</summary>
    public static ImmutableArray<int> Degrees { get; } = [1, 3, 12];

    /// <summary>The errors on the forty points, for degrees 1 to 15.</summary>
    public static ScoreCurve<int> ByDegree { get; } = LearningCurve.OfComplexity(
        Few,
        Enumerable.Range(1, 15),
        degree => new PolynomialRegression(degree),
        folds: 5,
        seed: 8,
        Metric.RootMeanSquaredError);

    /// <summary>The errors of some degrees, for more and more of 400 points.</summary>
    public static ImmutableArray<ScoreCurve<int>> BySize { get; } =
    [
        .. Degrees.Select(degree => LearningCurve.OfSize(
            ToyData.NoisySine(400, Noise, seed: 6),
            new PolynomialRegression(degree),
            Sizes,
            folds: 5,
            seed: 8,
            Metric.RootMeanSquaredError)),
    ];
}
