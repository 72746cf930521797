using Descent.Linq;

namespace Descent.Models;

/// <summary>Least squares with or without a penalty: <c>(1 / 2N) Σ cᵢ (w·xᵢ + b − yᵢ)² + R(w)</c>.</summary>
/// <remarks>
/// Without a penalty ordinary least squares, with <see cref="Ridge"/> ridge regression, with
/// <see cref="Lasso"/> the lasso, with <see cref="ElasticNet"/> the elastic net.
/// </remarks>
/// <param name="Penalty">R, or null for none.</param>
public sealed record LinearRegression(IPenalty? Penalty = null) : IIterativeLearner<LinearModel>
{
    /// <summary>Fits with a penalty.</summary>
    public static IFit<LinearModel> Fit(Dataset data, IPenalty penalty) =>
        new LinearRegression(Guard.NotNull(penalty)).Fit(data);

    /// <inheritdoc/>
    public IFit<LinearModel> Fit(Dataset data) => Solved.Fit(
        Training(data), StopRule.GradientNorm(1e-10) | StopRule.Steps(1000),
        "squared loss", p => ModelOf(data, p));

    /// <inheritdoc/>
    public IEnumerable<IState> Training(Dataset data) => new LBfgs().Minimize(
        new EmpiricalRisk(Guard.NotNull(data), Loss.HalfSquared, (ISmoothPenalty?)Penalty),
        Vector.Zeros(data.FeatureCount + 1));

    /// <inheritdoc/>
    public LinearModel ModelOf(Dataset data, Vector parameters) =>
        new(parameters.Slice(0, Guard.NotNull(data).FeatureCount), parameters[^1]);
}
