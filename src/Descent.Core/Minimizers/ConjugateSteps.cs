namespace Descent;

/// <summary>What conjugate gradients on the parabola of an objective came to.</summary>
/// <param name="Step">p.</param>
/// <param name="Product">H p.</param>
/// <param name="Products">How many products were asked for.</param>
/// <param name="IsAtBoundary">Whether p has the length of the radius.</param>
internal readonly record struct ConjugateStep(Vector Step, Vector Product, int Products, bool IsAtBoundary)
{
    /// <summary>By how much the parabola falls: <c>−(g·p + ½ pᵀ H p)</c>.</summary>
    public double Predicted(Vector gradient) => -(gradient.Dot(Step) + (0.5 * Step.Dot(Product)));
}

/// <summary>An approximate minimum of <c>g·p + ½ pᵀ H p</c>, by products with H alone.</summary>
/// <remarks>
/// Conjugate gradients (Hestenes, Stiefel 1952) from p = 0, in at most n products where nothing rounds. They
/// end when the residual is small enough, at the radius, or at a direction along which H does not bend
/// upwards (Steihaug 1983, Toint 1981). Every p leads down.
/// </remarks>
internal static class ConjugateSteps
{
    /// <param name="hessian">H.</param>
    /// <param name="gradient">g, finite and not 0.</param>
    /// <param name="forcing">Ends when ‖H p + g‖ is at most this share of ‖g‖.</param>
    /// <param name="maxProducts">Ends after so many products.</param>
    /// <param name="radius">The greatest ‖p‖; +∞ for none.</param>
    /// <param name="followsNegative">
    /// Whether to go along a direction of negative curvature: to the radius, or where there is none as far as
    /// if the curvature had the other sign. Otherwise only where there is no other step.
    /// </param>
    public static ConjugateStep Solve(
        IHessian hessian,
        Vector gradient,
        double forcing,
        int maxProducts,
        double radius = double.PositiveInfinity,
        bool followsNegative = false)
    {
        // In units of ‖g‖: squares neither overflow nor vanish.
        var scale = gradient.Norm;
        var residual = gradient / scale;
        radius /= scale;
        var (p, product) = (Vector.Zeros(gradient.Count), Vector.Zeros(gradient.Count));
        var (direction, square, greatest) = (-residual, 1.0, 0.0);
        for (var count = 1; ; count++)
        {
            var bent = hessian.Times(direction);
            var (curvature, lengthSquare) = (direction.Dot(bent), direction.Dot(direction));
            greatest = Math.Max(greatest, bent.Norm / Math.Sqrt(lengthSquare));

            // A flat direction bends by rounding alone, and what is left of the gradient there is rounding.
            var flat = 64 * MachineEpsilon.Value * greatest * lengthSquare;
            var isPositive = curvature > flat;
            var alpha = square / Math.Abs(curvature);
            if (!isPositive && (count == 1 || (followsNegative && curvature < -flat)))
            {
                var length = double.IsFinite(radius) ? ToRadius(p, direction, radius)
                    : double.IsFinite(alpha) ? alpha
                    : 1;
                return Result(p, product, direction, bent, length, double.IsFinite(radius));
            }

            if (!isPositive)
                return new(scale * p, scale * product, count, false);
            var next = direction.MultiplyAdd(alpha, p);
            if (!(next.Norm < radius))
                return Result(p, product, direction, bent, ToRadius(p, direction, radius), true);

            (p, product) = (next, bent.MultiplyAdd(alpha, product));
            residual = bent.MultiplyAdd(alpha, residual);
            var last = square;
            square = residual.Dot(residual);
            if (!(Math.Sqrt(square) > forcing) || count == maxProducts)
                return new(scale * p, scale * product, count, false);
            direction = direction.MultiplyAdd(square / last, -residual);

            ConjugateStep Result(
                Vector from, Vector fromTimes, Vector along, Vector times, double length, bool ends) => new(
                    scale * along.MultiplyAdd(length, from),
                    scale * times.MultiplyAdd(length, fromTimes),
                    count,
                    ends);
        }
    }

    /// <summary>The τ ≥ 0 with ‖p + τ d‖ = Δ, without cancellation: p·d is never negative.</summary>
    private static double ToRadius(Vector p, Vector direction, double radius)
    {
        if (radius is 0)
            return 0;

        // As shares of Δ, whose square may overflow or vanish.
        var (length, share) = (direction.Norm, p.Norm / radius);
        var b = Math.Max(0, (p / radius).Dot(direction / length));
        var rest = Math.Max(0, (1 - share) * (1 + share));
        var divisor = b + Math.Sqrt((b * b) + rest);
        return divisor > 0 ? radius * (rest / divisor) / length : 0;
    }
}
