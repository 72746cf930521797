namespace Descent;

/// <summary>The minimum of the model over the coordinates that are free at the Cauchy point.</summary>
/// <remarks>
/// <c>d = −(Zᵀ B Z)⁻¹ Zᵀ (g + B (x_c − x))</c> by the formula of Sherman, Morrison and Woodbury (Byrd and
/// others 1995, §5.1). Where every coordinate is free the minimum is <c>x − B⁻¹ g</c>, by the recursion of
/// L-BFGS, which needs no difference of large numbers. What leaves the bounds is projected, and where that
/// does not lead down, shortened (Morales, Nocedal 2011).
/// </remarks>
internal static class SubspaceMinimum
{
    public static Vector Of(
        LBfgsBMemory memory, ParameterBounds bounds, Vector parameters, Vector gradient)
    {
        var hessian = LimitedHessian.Of(memory);
        var rows = hessian.Rows();
        var cauchy = CauchyPoint.Of(hessian, rows, bounds, parameters, gradient);
        if (cauchy.Free.Length == 0)
            return cauchy.Point;

        var direction = cauchy.Free.Length == parameters.Count
            ? parameters - memory.InverseTimes(gradient) - cauchy.Point
            : Direction(hessian, rows, cauchy, parameters, gradient);
        var projected = bounds.Project(cauchy.Point + direction);
        return gradient.Dot(projected - parameters) < 0
            ? projected
            : Shortened(bounds, cauchy.Point, direction, parameters, gradient);
    }

    private static Vector Direction(
        LimitedHessian hessian, double[] rows, CauchyPoint cauchy, Vector parameters, Vector gradient)
    {
        var width = hessian.Columns.Length;
        // Symmetric, so that it does not matter whether these are its columns or its rows.
        var system = hessian.Signs.Select(_ => new double[width]).ToArray();
        var right = new double[width];
        var residuals = new double[parameters.Count];
        for (var j = 0; j < width; j++)
            system[j][j] = hessian.Signs[j];
        foreach (var i in cauchy.Free)
        {
            var row = rows.AsSpan(i * width, width);
            residuals[i] = gradient[i] + (hessian.Scale * (cauchy.Point[i] - parameters[i]))
                + hessian.Product(row, cauchy.Product);
            for (var j = 0; j < width; j++)
            {
                right[j] += row[j] * residuals[i];
                for (var k = 0; k < width; k++)
                    system[j][k] += row[j] * (row[k] / hessian.Scale);
            }
        }

        // The system need not be definite. Where rounding makes it singular, the solution is not finite.
        var factors = new HouseholderFactors(system, width, pivots: false);
        factors.MultiplyTransposed(right);
        factors.Solve(right);
        var direction = new double[parameters.Count];
        foreach (var i in cauchy.Free)
        {
            var inner = 0.0;
            for (var j = 0; j < width; j++)
                inner += rows[(i * width) + j] * right[j];
            direction[i] = ((inner / hessian.Scale) - residuals[i]) / hessian.Scale;
        }

        return Vector.Own(direction);
    }

    private static Vector Shortened(
        ParameterBounds bounds, Vector cauchy, Vector direction, Vector parameters, Vector gradient)
    {
        var step = Math.Min(1, bounds.LongestStep(cauchy, direction));
        var point = bounds.Project(direction.MultiplyAdd(step, cauchy));
        return gradient.Dot(point - parameters) < 0 ? point : cauchy;
    }
}
