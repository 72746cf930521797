namespace Descent.Models;

/// <summary>w·x + b, of rows and of one row with the same bits.</summary>
internal static class LinearScores
{
    public static Vector Of(Vector weights, double bias, Matrix features) =>
        ModelGuard.Features(features, weights.Count).Multiply(weights).Map(product => product + bias);

    public static double Of(Vector weights, double bias, Vector row)
    {
        Guard.SameLength(row.Count, weights.Count, "the list of weights", nameof(row));
        return row.Dot(weights) + bias;
    }
}
