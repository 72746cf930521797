namespace Descent;

/// <summary>An objective that is half a sum of squares: <c>f(x) = ½ ‖r(x)‖²</c>.</summary>
/// <remarks>
/// <para>What the methods of Gauss, Newton, Levenberg and Marquardt fit, and as an
/// <see cref="IObjective"/> what every minimizer takes. Made by <see cref="Residuals"/>.</para>
/// <para>Implementations are pure.</para>
/// </remarks>
public interface IResidualObjective : IObjective
{
    /// <summary>The number of residuals, m.</summary>
    int ResidualCount { get; }

    /// <summary>The residuals and their Jacobian at the given parameters.</summary>
    /// <param name="parameters">One entry per dimension.</param>
    /// <exception cref="ArgumentException">The length is not the dimension.</exception>
    ResidualEvaluation EvaluateResiduals(Vector parameters);
}
