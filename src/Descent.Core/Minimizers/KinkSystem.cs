namespace Descent;

/// <summary>The minimum, solved for from the samples that are at their kink there.</summary>
/// <remarks>
/// With K the samples at the kink, all others having the slope of their side,
/// <c>Λθ − X̃_Kᵀ(ω a) = X̃ᵀ(ω a)</c>, the right side of the others, and <c>X̃_K θ = k</c> are
/// linear in θ and a of K. Solved is for the least change of a point that is near,
/// by <see cref="LeastSquares"/>: so neither repeated samples nor an answer that is not unique do harm.
/// </remarks>
internal static class KinkSystem
{
    // The factors of a system of this size cost about as much as a step with some thousand rows.
    private const int GreatestSize = 320;

    // By what share of its range a slope, or of the largest a residual, may be on the wrong side.
    private const double Tolerance = 1e-9;

    /// <summary>The parameters and a, or null where these samples do not make a minimum.</summary>
    public static (Vector Parameters, Vector Dual)? Solve(
        KinkProblem problem, Vector near, Vector nearDual, int[] atKink)
    {
        var n = near.Count;
        if (n + atKink.Length > GreatestSize)
            return null;

        var residuals = problem.Residuals(near);
        var dual = SidesOf(problem, residuals);
        foreach (var i in atKink)
            dual[i] = nearDual[i];
        var change = ChangeOf(problem, near, residuals, Vector.Create(dual), atKink);
        if (!change.IsFinite)
            return null;
        for (var k = 0; k < atKink.Length; k++)
        {
            var i = atKink[k];
            var (low, high) = (-problem.Rising[i], problem.Falling[i]);
            var a = dual[i] + change[n + k];
            var slack = Tolerance * (high - low);
            if (!(a >= low - slack && a <= high + slack))
                return null;
            dual[i] = Math.Clamp(a, low, high);
        }

        var parameters = near + change.Slice(0, n);
        return parameters.IsFinite && AreSidesKept(residuals, problem.Residuals(parameters), atKink)
            ? (parameters, Vector.Own(dual))
            : null;
    }

    private static bool AreSidesKept(Vector before, Vector after, int[] atKink)
    {
        var slack = Tolerance * before.NormInf;
        var wrong = Enumerable.Range(0, before.Count)
            .Where(i => before[i] > 0 ? after[i] < -slack : after[i] > slack);
        return !wrong.Except(atKink).Any();
    }

    /// <summary>The least changes of θ and of a of the samples at the kink.</summary>
    private static Vector ChangeOf(
        KinkProblem problem, Vector near, Vector residuals, Vector dual, int[] atKink)
    {
        // Powers of two, so that neither the units of targets and features nor the number of rows matter.
        var n = near.Count;
        var unit = PowerOf(residuals.NormInf);
        var share = PowerOf(problem.Shares.NormInf);
        var rows = Enumerable.Range(0, n).Select(j => 1 / (share * PowerOf(problem.Lengths[j]))).ToArray();
        var system = Matrix.From(n + atKink.Length, n + atKink.Length, (i, j) => (i < n, j < n) switch
        {
            (true, true) => i == j ? problem.Curvatures[i] * unit * rows[i] : 0,
            (true, false) => -EntryOf(problem, atKink[j - n], i) * problem.Shares[atKink[j - n]] * rows[i],
            (false, true) => EntryOf(problem, atKink[i - n], j),
            _ => 0,
        });
        var pull = problem.Pull(dual);
        Vector right =
        [
            .. pull.Select((x, j) => (x - (problem.Curvatures[j] * near[j])) * rows[j]),
            .. atKink.Select(i => residuals[i] / unit),
        ];
        if (!right.IsFinite || !SecondOrder.IsFinite(system))
            return [double.NaN];
        var change = LeastSquares.Solve(system, right).Coefficients;
        return [.. unit * change.Slice(0, n), .. change.Slice(n, atKink.Length)];
    }

    private static double PowerOf(double size) => size > 0 ? Math.ScaleB(1, Math.ILogB(size)) : 1;

    /// <summary>a of every sample by the side of its kink on which it is.</summary>
    private static double[] SidesOf(KinkProblem problem, Vector residuals) =>
    [
        .. residuals.Select((r, i) => problem.Shares[i] is 0 ? 0
            : r > 0 ? problem.Falling[i]
            : -problem.Rising[i]),
    ];

    private static double EntryOf(KinkProblem problem, int row, int column) =>
        column < problem.Risk.Data.FeatureCount ? problem.Risk.Data.Features[row, column] : 1;
}
