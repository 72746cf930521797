namespace Descent.Models;

/// <summary>How a model was found.</summary>
/// <remarks>
/// This kind is of what is found at once, as neighbours that are kept. <see cref="MinimizationReport"/> tells
/// of a run to a minimum, <see cref="CompositeReport"/> of several fits that make one model.
/// </remarks>
/// <param name="Method">What was done, in a few words.</param>
/// <exception cref="ArgumentNullException"><paramref name="Method"/> is null.</exception>
public record FitReport(string Method)
{
    /// <summary>What was done, in a few words.</summary>
    public string Method { get; init => field = Guard.NotNull(value, nameof(Method)); } =
        Guard.NotNull(Method);

    /// <summary>Whether the model is what it set out to be: a minimum, where one was looked for.</summary>
    public virtual bool Converged => true;

    /// <summary>A text for a log.</summary>
    public override string ToString() => Method;
}
