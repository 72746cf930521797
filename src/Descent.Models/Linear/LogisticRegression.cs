using Descent.Linq;

namespace Descent.Models;

/// <summary>
/// Logistic regression, the probability of class 1: <c>(1 / N) Σ cᵢ ℓ(w·xᵢ + b, yᵢ) + R(w)</c>.
/// </summary>
/// <remarks>ℓ is <see cref="Loss.Logistic"/>; targets are 0 and 1 (Cox 1958).</remarks>
/// <param name="Penalty">R, or null for none.</param>
public sealed record LogisticRegression(IPenalty? Penalty = null) : IIterativeLearner<LogisticModel>
{
    /// <summary>Fits with a penalty.</summary>
    public static IFit<LogisticModel> Fit(Dataset data, IPenalty penalty) =>
        new LogisticRegression(Guard.NotNull(penalty)).Fit(data);

    /// <inheritdoc/>
    public IFit<LogisticModel> Fit(Dataset data) => Solved.Fit(
        Training(data), StopRule.GradientNorm(1e-10) | StopRule.Steps(1000),
        "logistic loss", p => ModelOf(data, p));

    /// <inheritdoc/>
    public IEnumerable<IState> Training(Dataset data) => new LBfgs().Minimize(
        new EmpiricalRisk(Guard.NotNull(data), Loss.Logistic, (ISmoothPenalty?)Penalty),
        Vector.Zeros(data.FeatureCount + 1));

    /// <inheritdoc/>
    public LogisticModel ModelOf(Dataset data, Vector parameters) =>
        new(parameters.Slice(0, Guard.NotNull(data).FeatureCount), parameters[^1]);
}
