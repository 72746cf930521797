namespace Descent;

/// <summary>What one step tells of the second derivatives: <c>∇²f s ≈ y</c>.</summary>
/// <param name="Step">s, how the parameters changed.</param>
/// <param name="Change">y, how the gradient changed.</param>
/// <param name="Curvature">sᵀy, greater than 0.</param>
/// <exception cref="ArgumentOutOfRangeException">
/// <paramref name="Curvature"/> is not greater than 0.
/// </exception>
public sealed record CurvaturePair(Vector Step, Vector Change, double Curvature)
{
    /// <summary>The least cosine of the angle between s and y that is told from rounding.</summary>
    /// <remarks>Of a quadratic of condition κ the cosine is at least 2 √κ / (κ + 1): 10⁻⁸ at κ = 10¹⁶.
    /// </remarks>
    private const double LeastCosine = 1e-9;

    /// <summary>sᵀy, greater than 0.</summary>
    public double Curvature { get; init => field = Guard.Positive(value, nameof(Curvature)); } =
        Guard.Positive(Curvature);

    /// <summary>sᵀy / yᵀy: how long a step per gradient is, on the scale of this pair.</summary>
    internal double Scale => Curvature / Change.Dot(Change);

    /// <summary>The pair of a step, or null where sᵀy is not safely positive.</summary>
    internal static CurvaturePair? Between(IState state, LinePoint next)
    {
        var step = next.Parameters - state.Parameters;
        var change = next.Evaluation.Gradient - state.Gradient;
        var curvature = step.Dot(change);
        var squares = change.Dot(change);
        // Squares that overflow or underflow would make a scale that is no number.
        var isSafe = double.IsFinite(curvature / squares) && double.IsFinite(squares / curvature)
            && curvature > LeastCosine * step.Norm * change.Norm;
        return isSafe ? new(step, change, curvature) : null;
    }
}
