namespace Descent.TestFunctions;

/// <summary>Functions whose minimum lies in a curved or flat valley.</summary>
internal static class ValleyFunctions
{
    private static readonly double Root10 = Math.Sqrt(10);
    private static readonly double Root90 = Math.Sqrt(90);

    /// <summary>A valley along a parabola.</summary>
    public static TestFunction Rosenbrock { get; } = new(
        "Rosenbrock",
        [-1.2, 1],
        [0],
        x => [10 * (x[1] - (x[0] * x[0])), 1 - x[0]],
        x => Matrix.FromRows([-20 * x[0], 10], [-1, 0]),
        (x, c) => StandardFunctions.Symmetric(2, (0, 0, -20 * c[0])));

    /// <summary>A valley along a helix, whose angle jumps where x₁ = 0.</summary>
    /// <remarks>Its arctangent is that of the runtime: its last bits may differ between machines.</remarks>
    public static TestFunction Helical { get; } = new(
        "Helical valley",
        [-1, 0, 0],
        [0],
        x => [10 * (x[2] - (10 * Turn(x))), 10 * (Radius(x) - 1), x[2]],
        x =>
        {
            var (radius, square) = (Radius(x), 2 * Math.PI * ((x[0] * x[0]) + (x[1] * x[1])));
            return Matrix.FromRows(
                [100 * x[1] / square, -100 * x[0] / square, 10],
                [10 * x[0] / radius, 10 * x[1] / radius, 0],
                [0, 0, 1]);
        },
        (x, c) =>
        {
            var square = (x[0] * x[0]) + (x[1] * x[1]);
            var (turn, away) = (-100 * c[0] / (Math.PI * square * square), 10 * c[1] / (square * Radius(x)));
            return StandardFunctions.Symmetric(
                3,
                (0, 0, (turn * x[0] * x[1]) + (away * x[1] * x[1])),
                (0, 1, (turn * ((x[1] * x[1]) - (x[0] * x[0])) / 2) - (away * x[0] * x[1])),
                (1, 1, (-turn * x[0] * x[1]) + (away * x[0] * x[0])));
        });

    /// <summary>The Hessian is singular at the minimum.</summary>
    public static TestFunction PowellSingular { get; } = new(
        "Powell singular",
        [3, -1, 0, 1],
        [0],
        x =>
        [
            x[0] + (10 * x[1]),
            Math.Sqrt(5) * (x[2] - x[3]),
            (x[1] - (2 * x[2])) * (x[1] - (2 * x[2])),
            Root10 * (x[0] - x[3]) * (x[0] - x[3]),
        ],
        x =>
        {
            var (a, b) = (2 * (x[1] - (2 * x[2])), 2 * Root10 * (x[0] - x[3]));
            return Matrix.FromRows(
                [1, 10, 0, 0], [0, 0, Math.Sqrt(5), -Math.Sqrt(5)], [0, a, -2 * a, 0], [b, 0, 0, -b]);
        },
        (x, c) => StandardFunctions.Symmetric(
            4,
            (0, 0, 2 * Root10 * c[3]),
            (0, 3, -2 * Root10 * c[3]),
            (3, 3, 2 * Root10 * c[3]),
            (1, 1, 2 * c[2]),
            (1, 2, -4 * c[2]),
            (2, 2, 8 * c[2])));

    /// <summary>Two valleys along parabolas, and a saddle near (−1, 1, −1, 1).</summary>
    public static TestFunction Wood { get; } = new(
        "Wood",
        [-3, -1, -3, -1],
        [0],
        x =>
        [
            10 * (x[1] - (x[0] * x[0])),
            1 - x[0],
            Root90 * (x[3] - (x[2] * x[2])),
            1 - x[2],
            Root10 * (x[1] + x[3] - 2),
            (x[1] - x[3]) / Root10,
        ],
        x => Matrix.FromRows(
            [-20 * x[0], 10, 0, 0],
            [-1, 0, 0, 0],
            [0, 0, -2 * Root90 * x[2], Root90],
            [0, 0, -1, 0],
            [0, Root10, 0, Root10],
            [0, 1 / Root10, 0, -1 / Root10]),
        (x, c) => StandardFunctions.Symmetric(4, (0, 0, -20 * c[0]), (2, 2, -2 * Root90 * c[2])));

    private static double Turn(Vector x) =>
        (Math.Atan(x[1] / x[0]) / (2 * Math.PI)) + (x[0] < 0 ? 0.5 : 0);

    private static double Radius(Vector x) => Math.Sqrt((x[0] * x[0]) + (x[1] * x[1]));
}
