namespace Descent.TestFunctions;

/// <summary>Functions of two variables.</summary>
internal static class PlaneFunctions
{
    private static readonly Vector Beales = [1.5, 2.25, 2.625];

    /// <summary>A global minimum and a local one, where most descents from the start end.</summary>
    public static TestFunction FreudensteinRoth { get; } = new(
        "Freudenstein-Roth",
        [0.5, -2],
        [0, 48.98425367924002],
        x =>
        [
            -13 + x[0] + ((((5 - x[1]) * x[1]) - 2) * x[1]),
            -29 + x[0] + ((((x[1] + 1) * x[1]) - 14) * x[1]),
        ],
        x => Matrix.FromRows(
            [1, (((10 - (3 * x[1])) * x[1]) - 2)],
            [1, (((3 * x[1]) + 2) * x[1]) - 14]),
        (x, c) => StandardFunctions.Symmetric(
            2, (1, 1, (c[0] * (10 - (6 * x[1]))) + (c[1] * ((6 * x[1]) + 2)))));

    /// <summary>Condition 7 · 10¹⁷ at the minimum.</summary>
    public static TestFunction PowellBadlyScaled { get; } = new(
        "Powell badly scaled",
        [0, 1],
        [0],
        x => [(1e4 * x[0] * x[1]) - 1, Elementary.Exp(-x[0]) + Elementary.Exp(-x[1]) - 1.0001],
        x => Matrix.FromRows([1e4 * x[1], 1e4 * x[0]], [-Elementary.Exp(-x[0]), -Elementary.Exp(-x[1])]),
        (x, c) => StandardFunctions.Symmetric(
            2,
            (0, 0, c[1] * Elementary.Exp(-x[0])),
            (0, 1, c[0] * 1e4),
            (1, 1, c[1] * Elementary.Exp(-x[1]))));

    /// <summary>rᵢ = yᵢ − x₁ (1 − x₂ⁱ).</summary>
    public static TestFunction Beale { get; } = new(
        "Beale",
        [1, 1],
        [0],
        x =>
        [
            Beales[0] - (x[0] * (1 - x[1])),
            Beales[1] - (x[0] * (1 - (x[1] * x[1]))),
            Beales[2] - (x[0] * (1 - (x[1] * x[1] * x[1]))),
        ],
        x => Matrix.FromRows(
            [x[1] - 1, x[0]],
            [(x[1] * x[1]) - 1, 2 * x[0] * x[1]],
            [(x[1] * x[1] * x[1]) - 1, 3 * x[0] * x[1] * x[1]]),
        (x, c) => StandardFunctions.Symmetric(
            2,
            (0, 1, c[0] + (2 * c[1] * x[1]) + (3 * c[2] * x[1] * x[1])),
            (1, 1, (2 * c[1] * x[0]) + (6 * c[2] * x[0] * x[1]))));
}
