using Descent;

namespace Lessons;

/// <summary>The six points of lessons b and c, and the loss of a line y = a x + b on them.</summary>
public static class LineData
{
    /// <summary>The x of each point.</summary>
    public static Vector X { get; } = [5, 15, 25, 35, 45, 55];

    /// <summary>The y of each point.</summary>
    public static Vector Y { get; } = [5, 20, 14, 32, 22, 38];

    /// <summary>The points as the library takes them: one row each.</summary>
    public static Dataset Points { get; } = new(Matrix.FromRows(X.Select(x => new[] { x })), Y);

    /// <summary>The sum of squares, as the library has it: parameters [a, b].</summary>
    public static EmpiricalRisk Risk { get; } = new(Points, Loss.Squared, reduction: Reduction.Sum);

    /// <summary>The sum of squares over some rows, written out as the formula reads, from left to
    /// right.</summary>
    public static IObjective SumOfSquares(IReadOnlyList<int> rows) => Objective.From(2, parameters =>
    {
        var (a, b) = (parameters[0], parameters[1]);
        var (loss, gradientA, gradientB) = (0.0, 0.0, 0.0);
        foreach (var row in rows)
        {
            var rest = Y[row] - (a * X[row]) - b;
            loss += rest * rest;
            gradientA += -2 * rest * X[row];
            gradientB += -2 * rest;
        }

        return new Evaluation(loss, [gradientA, gradientB]);
    });

    /// <summary>The sum of squares over all rows, written out.</summary>
    public static IObjective SumOfAllSquares { get; } = SumOfSquares([0, 1, 2, 3, 4, 5]);
}
