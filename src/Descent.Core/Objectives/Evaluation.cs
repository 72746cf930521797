namespace Descent;

/// <summary>A loss and its gradient at one point.</summary>
/// <param name="Loss">f(x).</param>
/// <param name="Gradient">∇f(x), one entry per parameter.</param>
public readonly record struct Evaluation(double Loss, Vector Gradient)
{
    /// <summary>Whether the loss and every entry of the gradient are finite.</summary>
    public bool IsFinite => double.IsFinite(Loss) && Gradient.IsFinite;

    /// <summary>The loss and the gradient.</summary>
    public override string ToString() => Guard.Text($"loss {Loss}, gradient {Gradient}");
}
