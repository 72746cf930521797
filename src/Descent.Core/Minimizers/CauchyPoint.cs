namespace Descent;

/// <summary>
/// The generalized Cauchy point: the first local minimum of a quadratic model along the projected gradient.
/// </summary>
/// <remarks>
/// <c>m(z) = g·z + ½ z·B z</c> on the path <c>z(t) = P(x − t g) − x</c>, which bends where a coordinate meets
/// its bound (Byrd, Lu, Nocedal, Zhu 1995, §4). What a row of numbers here is has one entry per column of B.
/// </remarks>
/// <param name="Point">x + z.</param>
/// <param name="Product">Wᵀ z, W the columns of B.</param>
/// <param name="Free">The coordinates that are at no bound there, in order.</param>
internal sealed record CauchyPoint(Vector Point, double[] Product, int[] Free)
{
    public static CauchyPoint Of(
        LimitedHessian hessian, double[] rows, ParameterBounds bounds, Vector parameters, Vector gradient)
    {
        var width = hessian.Columns.Length;
        var times = Times(bounds, parameters, gradient);
        var order = Order(times);
        var rest = SquaresFrom(order, gradient);
        var (product, slope) = (new double[width], new double[width]);
        foreach (var i in order)
            AddRow(slope, -gradient[i], rows.AsSpan(i * width, width));

        var (time, met) = (0.0, 0);
        for (; met < order.Length && rest[met] > 0; met++)
        {
            var falls = (rest[met] * (1 - (hessian.Scale * time))) - hessian.Product(slope, product);
            if (!(falls > 0))
                break;

            // Rounding may hide that B is positive definite; it is, by a share of θ at the least.
            var least = MachineEpsilon.Value * hessian.Scale * rest[met];
            var curvature = Math.Max((hessian.Scale * rest[met]) + hessian.Product(slope, slope), least);
            var (next, step) = (times[order[met]], falls / curvature);
            var isMinimum = time + step < next;
            AddRow(product, isMinimum ? step : next - time, slope);
            time = isMinimum ? time + step : next;
            if (isMinimum)
                break;
            AddRow(slope, gradient[order[met]], rows.AsSpan(order[met] * width, width));
        }

        var point = At(time, times, bounds, parameters, gradient);
        return new(point, product, FreeAt(point, time, times, bounds));
    }

    /// <summary>When each coordinate meets its bound: 0 where it may not move.</summary>
    private static double[] Times(ParameterBounds bounds, Vector parameters, Vector gradient)
    {
        var times = new double[parameters.Count];
        for (var i = 0; i < times.Length; i++)
            times[i] = bounds.LongestStep(i, parameters[i], -gradient[i]);
        return times;
    }

    /// <summary>The coordinates that move, the first to meet its bound first.</summary>
    private static int[] Order(double[] times)
    {
        var order = Enumerable.Range(0, times.Length).Where(i => times[i] > 0).ToArray();
        // By the coordinate where times are equal, so that no sorting algorithm changes the order of a sum.
        Array.Sort(order, (i, j) => times[i] == times[j] ? i.CompareTo(j) : times[i].CompareTo(times[j]));
        return order;
    }

    /// <summary>Σ g² of the coordinates from each on.</summary>
    private static double[] SquaresFrom(int[] order, Vector gradient)
    {
        var squares = new double[order.Length + 1];
        for (var k = order.Length - 1; k >= 0; k--)
            squares[k] = squares[k + 1] + (gradient[order[k]] * gradient[order[k]]);
        return squares;
    }

    private static Vector At(
        double time, double[] times, ParameterBounds bounds, Vector parameters, Vector gradient)
    {
        var point = new double[times.Length];
        for (var i = 0; i < point.Length; i++)
        {
            point[i] = times[i] > time ? parameters[i] - (time * gradient[i])
                : gradient[i] > 0 ? bounds.Lower[i]
                : bounds.Upper[i];
        }

        return bounds.Project(Vector.Own(point));
    }

    private static int[] FreeAt(Vector point, double time, double[] times, ParameterBounds bounds) =>
        [.. Enumerable.Range(0, times.Length).Where(i => times[i] > time && bounds.IsInside(i, point[i]))];

    private static void AddRow(double[] sum, double factor, ReadOnlySpan<double> row)
    {
        for (var j = 0; j < sum.Length; j++)
            sum[j] = Math.FusedMultiplyAdd(factor, row[j], sum[j]);
    }
}
