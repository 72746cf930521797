namespace Descent.Properties;

/// <summary>A lasso whose answer is known exactly.</summary>
/// <remarks>
/// f = ½ (x − a)ᵀA(x − a) − λ s·(x − a) with s in ∂‖a‖₁: at a the gradient of f is −λ s, so a minimizes
/// f + λ ‖x‖₁, where the loss is λ ‖a‖₁. Every second entry of a is 0, and s there ½.
/// </remarks>
/// <param name="Bowl">A, a start, and what a is made of.</param>
/// <param name="Strength">λ.</param>
public sealed record KnownLasso(Bowl Bowl, double Strength) : IObjective
{
    public Vector Answer { get; } = Vector.From(Bowl.Center.Select((c, j) => j % 2 == 0 ? c : 0));

    public L1 Penalty => new(Strength);

    public double Least => Strength * Answer.Norm1;

    /// <summary>‖x₀ − a‖².</summary>
    public double SquaredDistance => (Bowl.Start - Answer).Dot(Bowl.Start - Answer);

    /// <summary>A number of the size of all that losses and gradients near the run are made of.</summary>
    public double Size => (Bowl.Greatest * SquaredDistance)
        + (2 * Strength * (Answer.Norm1 + Bowl.Start.Norm1 + 1));

    public int Dimension => Bowl.Dimension;

    private Vector Subgradient => Answer.Map(a => a == 0 ? 0.5 : Math.Sign(a));

    public Evaluation Evaluate(Vector parameters)
    {
        var away = parameters - Answer;
        var bent = Bowl.A.Multiply(away);
        return new(
            (0.5 * away.Dot(bent)) - (Strength * Subgradient.Dot(away)), bent - (Strength * Subgradient));
    }
}
