namespace Descent.Models;

/// <summary>How a minimum was found, why the search ended, and how near it is.</summary>
/// <param name="Method">What was minimized, and by which minimizer.</param>
/// <param name="Reason">Why the run ended.</param>
/// <param name="Converged">Whether what ended it speaks of a minimum.</param>
/// <param name="Loss">The whole objective at the model, penalty included.</param>
/// <param name="Optimality">
/// The norm of the gradient there, or of a penalty with kinks the length of the proximal step.
/// </param>
/// <param name="Certificate">A proof of how near the minimum is, where the loss has one.</param>
/// <param name="Steps">How many steps it took.</param>
/// <param name="Evaluations">How often the objective was asked.</param>
/// <exception cref="ArgumentNullException">
/// <paramref name="Method"/> or <paramref name="Reason"/> is null.
/// </exception>
public sealed record MinimizationReport(
    string Method,
    StopReason Reason,
    bool Converged,
    double Loss,
    double Optimality,
    Certificate? Certificate,
    long Steps,
    long Evaluations) : FitReport(Method)
{
    /// <summary>Why the run ended.</summary>
    public StopReason Reason { get; init => field = Guard.NotNull(value, nameof(Reason)); } =
        Guard.NotNull(Reason);

    /// <summary>Whether what ended the run speaks of a minimum.</summary>
    public override bool Converged { get; } = Converged;

    /// <summary>Method, reason, whether that is convergence, and what was reached at what cost.</summary>
    public override string ToString() => Guard.Text(
        $"{Method}\n{Reason}{(Converged ? "" : "; not converged")}\n")
        + Guard.Text($"loss {Loss:G10}{Proof}, optimality {Optimality:G4}, ")
        + $"{Count(Steps, "step")}, {Count(Evaluations, "evaluation")}";

    private string Proof =>
        Certificate is { } proof ? Guard.Text($", at most {proof.Gap:G4} above the minimum") : "";

    private static string Count(long number, string one) =>
        Guard.Text($"{number} {one}{(number == 1 ? "" : "s")}");
}
