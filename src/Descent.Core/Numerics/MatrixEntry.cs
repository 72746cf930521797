namespace Descent;

/// <summary>One entry of a matrix, named by its place.</summary>
/// <param name="Row">The row, from 0.</param>
/// <param name="Column">The column, from 0.</param>
/// <param name="Value">The number there.</param>
public readonly record struct MatrixEntry(int Row, int Column, double Value)
{
    /// <summary>Place and value, as <c>(2, 0): 1.5</c>.</summary>
    public override string ToString() => Guard.Text($"({Row}, {Column}): {Value}");
}
