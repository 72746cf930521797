namespace Descent.Models;

/// <summary>One of the rows nearest to a point.</summary>
/// <param name="Row">The row of the training data, from 0.</param>
/// <param name="Distance">How far it is.</param>
/// <param name="Weight">How much its target counts, against the weights of the others.</param>
public readonly record struct Neighbor(int Row, double Distance, double Weight)
{
    /// <summary>The row, its distance and its weight.</summary>
    public override string ToString() =>
        Guard.Text($"row {Row} at {Distance:G6}, weight {Weight:G6}");
}
