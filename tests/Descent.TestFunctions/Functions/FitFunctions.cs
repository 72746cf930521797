namespace Descent.TestFunctions;

/// <summary>Curves of three parameters, fitted to data.</summary>
internal static class FitFunctions
{
    private static readonly Vector Bards =
        [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39];

    private static readonly Vector Bells =
    [
        0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989,
        0.3521, 0.2420, 0.1295, 0.0540, 0.0175, 0.0044, 0.0009,
    ];

    /// <summary>rᵢ = yᵢ − (x₁ + u / (v x₂ + w x₃)), u = i, v = 16 − i, w = min(u, v).</summary>
    /// <remarks>It has an infimum of 17.4286… far out, too, where x₂ and x₃ go to −∞.</remarks>
    public static TestFunction Bard { get; } = new(
        "Bard",
        [1, 1, 1],
        [0.0082148773065789747],
        x => Bards.Zip(Numbers(15), (y, u) => y - (x[0] + (u / Below(x, u)))),
        x => Matrix.FromRows(Numbers(15).Select(u => new[]
        {
            -1, u * V(u) / (Below(x, u) * Below(x, u)), u * W(u) / (Below(x, u) * Below(x, u)),
        })),
        (x, c) =>
        {
            var cubes = c.Zip(Numbers(15), (k, u) => -2 * k * u / (Below(x, u) * Below(x, u) * Below(x, u)));
            return StandardFunctions.Symmetric(
                3,
                (1, 1, cubes.Dot(Numbers(15).Map(u => V(u) * V(u)))),
                (1, 2, cubes.Dot(Numbers(15).Map(u => V(u) * W(u)))),
                (2, 2, cubes.Dot(Numbers(15).Map(u => W(u) * W(u)))));
        });

    /// <summary>rᵢ = x₁ exp(−x₂ (tᵢ − x₃)² / 2) − yᵢ, tᵢ = (8 − i) / 2.</summary>
    public static TestFunction Gaussian { get; } = new(
        "Gaussian",
        [0.4, 1, 0],
        [1.1279327696186481e-08],
        x => Bells.Zip(Numbers(15), (y, i) => (x[0] * Bell(x, Away(x, i))) - y),
        x => Matrix.FromRows(Numbers(15).Select(i =>
        {
            var (d, e) = (Away(x, i), Bell(x, Away(x, i)));
            return new[] { e, -x[0] * e * d * d / 2, x[0] * e * x[1] * d };
        })),
        (x, c) =>
        {
            double Sum(Func<double, double> factor) => c.Dot(
                Numbers(15).Map(i => Bell(x, Away(x, i)) * factor(Away(x, i))));
            return StandardFunctions.Symmetric(
                3,
                (0, 1, Sum(d => -d * d / 2)),
                (0, 2, Sum(d => x[1] * d)),
                (1, 1, Sum(d => x[0] * d * d * d * d / 4)),
                (1, 2, Sum(d => x[0] * (d - (x[1] * d * d * d / 2)))),
                (2, 2, Sum(d => x[0] * x[1] * ((x[1] * d * d) - 1))));
        });

    /// <summary>rᵢ = exp(−t x₁) − exp(−t x₂) − x₃ (exp(−t) − exp(−10 t)), t = i / 10.</summary>
    /// <remarks>0 at (1, 10, 1), at (10, 1, −1), and wherever x₁ = x₂ and x₃ = 0.</remarks>
    public static TestFunction Box { get; } = new(
        "Box three-dimensional",
        [0, 10, 20],
        [0],
        x => Numbers(10).Map(i => Decay(i, x[0]) - Decay(i, x[1]) - (x[2] * (Decay(i, 1) - Decay(i, 10)))),
        x => Matrix.FromRows(Numbers(10).Select(i => new[]
        {
            -i / 10 * Decay(i, x[0]), i / 10 * Decay(i, x[1]), Decay(i, 10) - Decay(i, 1),
        })),
        (x, c) => StandardFunctions.Symmetric(
            3,
            (0, 0, c.Dot(Numbers(10).Map(i => i / 10 * (i / 10) * Decay(i, x[0])))),
            (1, 1, -c.Dot(Numbers(10).Map(i => i / 10 * (i / 10) * Decay(i, x[1]))))));

    /// <summary>1, 2, … as numbers.</summary>
    private static Vector Numbers(int count) =>
        Vector.From(Enumerable.Range(1, count).Select(i => (double)i));

    private static double V(double u) => 16 - u;

    private static double W(double u) => Math.Min(u, V(u));

    private static double Below(Vector x, double u) => (V(u) * x[1]) + (W(u) * x[2]);

    private static double Away(Vector x, double i) => ((8 - i) / 2) - x[2];

    private static double Bell(Vector x, double away) => Elementary.Exp(-x[1] * away * away / 2);

    private static double Decay(double i, double rate) => Elementary.Exp(-i / 10 * rate);
}
