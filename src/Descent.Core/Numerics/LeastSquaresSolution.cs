namespace Descent;

/// <summary>What <see cref="LeastSquares"/> found.</summary>
/// <param name="Coefficients">One per column; 0 for a column that the others explain.</param>
/// <param name="Rank">
/// The number of independent columns; less than all says that the answer is not the only one.
/// </param>
public sealed record LeastSquaresSolution(Vector Coefficients, int Rank);
