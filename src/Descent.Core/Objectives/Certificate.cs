namespace Descent;

/// <summary>A proof of how near parameters are to the minimum of a convex objective.</summary>
/// <remarks>
/// The minimum lies between <see cref="Dual"/> and <see cref="Primal"/>, whoever found the parameters and
/// however; see <see cref="DualityGap"/>.
/// </remarks>
/// <param name="Primal">The objective at the parameters.</param>
/// <param name="Gap">How far it is above the minimum at most; NaN or +∞ where nothing is known.</param>
public sealed record Certificate(double Primal, double Gap)
{
    /// <summary>A number that the minimum is not below: <c>Primal − Gap</c>.</summary>
    public double Dual => Primal - Gap;

    /// <summary>
    /// The gap as a share of the objective: <c>Gap / |Primal|</c>, and 0 where the gap is 0.
    /// </summary>
    public double RelativeGap => Gap is 0 ? 0 : Gap / Math.Abs(Primal);

    /// <summary>The objective and how far it is above the minimum at most.</summary>
    public override string ToString() =>
        Guard.Text($"{Primal:G10}, at most {Gap:G4} above the minimum");
}
