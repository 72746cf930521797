namespace Descent.Models;

/// <summary>How a <see cref="Perceptron"/> ended.</summary>
/// <param name="Method">What was done, in a few words.</param>
/// <param name="Reason">Why the run ended.</param>
/// <param name="Converged">Whether it was an epoch without a mistake: the classes are separated.</param>
/// <param name="Epochs">How often all rows were seen.</param>
/// <param name="Mistakes">How many rows were on the wrong side, or on the plane, when they were seen.</param>
/// <exception cref="ArgumentNullException">
/// <paramref name="Method"/> or <paramref name="Reason"/> is null.
/// </exception>
/// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
public sealed record PerceptronReport(
    string Method, StopReason Reason, bool Converged, long Epochs, long Mistakes) : FitReport(Method)
{
    /// <summary>Why the run ended.</summary>
    public StopReason Reason { get; init => field = Guard.NotNull(value, nameof(Reason)); } =
        Guard.NotNull(Reason);

    /// <summary>Whether the run ended by an epoch without a mistake: the classes are separated.</summary>
    public override bool Converged { get; } = Converged;

    /// <summary>How often all rows were seen.</summary>
    public long Epochs { get; init => field = Guard.AtLeast(value, 0L, nameof(Epochs)); } =
        Guard.AtLeast(Epochs, 0L);

    /// <summary>How many rows were on the wrong side, or on the plane, when they were seen.</summary>
    public long Mistakes { get; init => field = Guard.AtLeast(value, 0L, nameof(Mistakes)); } =
        Guard.AtLeast(Mistakes, 0L);

    /// <summary>Method and reason, then the counts.</summary>
    public override string ToString() => Guard.Text(
        $"{Method}\n{Reason}{(Converged ? "" : "; not converged")}\n{Mistakes} mistakes in {Epochs} epochs");
}
