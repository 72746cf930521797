using System.Collections.Immutable;

namespace Descent.TestFunctions;

/// <summary>Which minimizer of ours does what one of MathNet.Numerics does.</summary>
internal static class Pairs
{
    /// <summary>The names; one that is not in the lists is left out.</summary>
    public static ImmutableArray<(string Ours, string Theirs)> All { get; } =
    [
        ("ConjugateGradient", "MathNet ConjugateGradient"),
        ("Bfgs", "MathNet Bfgs"),
        ("LBfgs", "MathNet LimitedMemoryBfgs"),
        ("LBfgsB", "MathNet BfgsB"),
        ("Newton", "MathNet Newton"),
        ("Newton", "MathNet Newton, line search"),
        ("LevenbergMarquardt", "MathNet LevenbergMarquardt"),
        ("GaussNewton", "MathNet TrustRegionDogLeg"),
        ("LevenbergMarquardt", "MathNet TrustRegionNewtonCG"),
    ];
}
