namespace Descent;

/// <summary>
/// A quadratic model of a loss around some weights, with their penalties:
/// <c>q·d + ½ dᵀ G d + Σ l₁ |w + d| + ½ Σ l₂ (w + d)²</c>, minimized over d.
/// </summary>
/// <remarks>Private to one step, which owns its buffers.</remarks>
/// <param name="gram">G, row by row, each row as long as <paramref name="stride"/>.</param>
/// <param name="stride">At least the number of weights.</param>
/// <param name="slopes">q at the weights; kept up to date.</param>
/// <param name="weights">w; changed in place.</param>
/// <param name="absolute">l₁.</param>
/// <param name="square">l₂.</param>
internal sealed class CoordinateModel(
    double[] gram, int stride, double[] slopes, double[] weights, double[] absolute, double[] square)
{
    private const int GreatestRounds = 100;
    private const int SweepsOfSupport = 10;

    // Changes this much smaller than the first, in the metric of the model, are rounding.
    private const double Negligible = 1e-28;

    // Far above rounding of a pivot, far below what tells columns apart.
    private const double Damping = 1e-10;

    private int[] Support => [.. Enumerable.Range(0, weights.Length).Where(j => weights[j] is not 0)];

    /// <summary>Minimizes, as far as rounding lets it or as the work allows.</summary>
    /// <param name="work">About how many products may be taken.</param>
    public void Minimize(long work)
    {
        int[] all = [.. Enumerable.Range(0, weights.Length)];
        var first = Sweep(all);
        var left = work - ((long)all.Length * all.Length);
        for (var round = 0; round < GreatestRounds && left > 0; round++)
        {
            var support = Support;
            for (var k = 0; k < SweepsOfSupport; k++)
            {
                left -= (long)support.Length * all.Length;
                if (Sweep(support) <= Negligible * first)
                    break;
            }

            // One weight becomes 0 at a time. Sweeps between would undo it, and take very long to agree.
            for (var isCut = true; isCut && left > 0;)
                left -= MoveInOrthant(out isCut);
            left -= (long)all.Length * all.Length;
            if (Sweep(all) <= Negligible * first)
                return;
        }
    }

    /// <summary>Minimizes along each weight in turn.</summary>
    /// <returns>The greatest square of a change, in the metric of the model.</returns>
    private double Sweep(int[] places)
    {
        var greatest = 0.0;
        foreach (var j in places)
        {
            var (diagonal, old) = (gram[(j * stride) + j], weights[j]);
            var curvature = diagonal + square[j];
            if (!(curvature > 0))
            {
                // A constant feature, which the bias replaces at no cost.
                if (absolute[j] > 0 && old is not 0)
                    Set(j, 0);
                continue;
            }

            var next = Thresholded.Of((diagonal * old) - slopes[j], absolute[j]) / curvature;
            var change = next - old;
            if (change is 0)
                continue;
            Set(j, next);
            greatest = Math.Max(greatest, curvature * change * change);
        }

        return greatest;
    }

    private void Set(int j, double next)
    {
        Kernels.Elementwise(
            gram.AsSpan(j * stride, slopes.Length), slopes, slopes, new ScaledSum(next - weights[j]));
        weights[j] = next;
    }

    /// <summary>
    /// A Newton step on the weights that are not 0, as far as
    /// none changes its sign; one that would becomes 0.
    /// </summary>
    /// <param name="isCut">Whether one became 0, so that another step may lead on.</param>
    /// <returns>About how many products it took.</returns>
    private long MoveInOrthant(out bool isCut)
    {
        isCut = false;
        var support = Support;
        var n = support.Length;
        if (n is 0 or > CholeskyFactor.GreatestSize)
            return 0;

        // Where columns depend on each other, a little more curvature leads along what no term holds.
        if ((NewtonDirection(support, 0) ?? NewtonDirection(support, Damping)) is { } direction)
            isCut = Move(support, direction);
        return ((long)n * n * n / 6) + ((long)n * slopes.Length);
    }

    /// <summary>To the minimum with these signs; null where G is not positive definite.</summary>
    private double[]? NewtonDirection(int[] support, double damping)
    {
        var n = support.Length;
        var matrix = new double[n * n];
        var direction = new double[n];
        for (var a = 0; a < n; a++)
        {
            var j = support[a];
            for (var b = 0; b <= a; b++)
                matrix[(a * n) + b] = gram[(j * stride) + support[b]];
            matrix[(a * n) + a] = (matrix[(a * n) + a] * (1 + damping)) + square[j];
            var sign = weights[j] > 0 ? absolute[j] : -absolute[j];
            direction[a] = -(slopes[j] + (square[j] * weights[j]) + sign);
        }

        return CholeskyFactor.Solve(matrix, direction) ? direction : null;
    }

    private bool Move(int[] support, double[] direction)
    {
        var (length, first) = (1.0, -1);
        for (var a = 0; a < support.Length; a++)
        {
            var j = support[a];
            var step = -weights[j] / direction[a];
            if (absolute[j] > 0 && step >= 0 && step < length)
                (length, first) = (step, a);
        }

        for (var a = 0; a < support.Length; a++)
        {
            var j = support[a];
            var next = a == first ? 0 : weights[j] + (length * direction[a]);
            if (double.IsFinite(next))
                Set(j, next);
        }

        return first >= 0;
    }
}
