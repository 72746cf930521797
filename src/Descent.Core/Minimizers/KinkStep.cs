namespace Descent;

/// <summary>One step of <see cref="InteriorPoint"/>: along a path on which all products are equal.</summary>
/// <remarks>
/// <para>Wanted are <c>X̃θ + u − v = k</c>, <c>X̃ᵀ(ω a) = Λθ</c>, <c>u (p − a) = μ</c> and
/// <c>v (a + q) = μ</c>, u being Above, v Below. Newton's step for them is
/// <c>(X̃ᵀ diag(ω d) X̃ + Λ) Δθ = X̃ᵀ(ω d h) + X̃ᵀ(ω a) − Λθ</c>, <c>Δa = d (h − X̃Δθ)</c>,
/// <c>d = 1 / (u / (p − a) + v / (a + q))</c>, where h is what the residuals miss.</para>
/// <para>It is taken twice with one factor: for μ = 0, which tells how small μ can be and what the products
/// of the changes will be, and for that μ with those products taken off (Mehrotra 1992). That may go round
/// in circles, when the changes are too great for their products to be foretold: so where it hardly lowers
/// μ, less of them is taken off (Colombo, Gondzio 2008), or nothing. With a penalty the products bend
/// upwards along a step, which goes no further than to where they are least.</para>
/// </remarks>
internal sealed class KinkStep
{
    private const double ToBoundary = 0.995;
    private const int Refinements = 2;

    // By what share a step must lower the products, or another is tried.
    private const double EnoughFall = 0.8;

    private readonly KinkProblem _problem;
    private readonly CentralPoint _at;
    private readonly Vector _residuals;
    private readonly Vector _steepness;
    private readonly Vector _imbalance;
    private readonly Matrix _curved;
    private readonly Cholesky? _factor;

    private KinkStep(KinkProblem problem, CentralPoint at)
    {
        (_problem, _at) = (problem, at);
        _residuals = problem.Residuals(at.Parameters);
        _steepness = Rows(i => 1 / ((at.Above[i] / at.Upper[i]) + (at.Below[i] / at.Lower[i])));
        var pull = problem.Pull(Dual(problem, at));
        _imbalance = Vector.From(pull.Select((x, j) => x - (problem.Curvatures[j] * at.Parameters[j])));
        _curved = problem.Curved(_steepness);
        _factor = SecondOrder.IsFinite(_curved) ? Cholesky.Modified(_curved) : null;
    }

    /// <summary>Where to begin: the residuals, both parts made larger, and a in the middle.</summary>
    public static CentralPoint Start(KinkProblem problem, Vector parameters)
    {
        var residuals = problem.Residuals(parameters);
        var typical = problem.Shares.Dot(residuals.Map(Math.Abs)) / problem.Shares.Sum();
        var more = typical > 0 ? typical : Math.Max(problem.Kinks.NormInf, 1);
        Vector Of(Func<int, double> value) => Vector.From(
            Enumerable.Range(0, residuals.Count).Select(i => problem.Shares[i] > 0 ? value(i) : 0));
        return new(
            parameters,
            Of(i => Math.Max(0, residuals[i]) + more),
            Of(i => Math.Max(0, -residuals[i]) + more),
            Of(i => (problem.Falling[i] + problem.Rising[i]) / 2),
            Of(i => (problem.Falling[i] + problem.Rising[i]) / 2));
    }

    /// <summary>a, from the bound it is nearer to.</summary>
    public static Vector Dual(KinkProblem problem, CentralPoint at) => Vector.From(
        at.Upper.Select((upper, i) => problem.Shares[i] is 0 ? 0
            : upper < at.Lower[i] ? problem.Falling[i] - upper
            : at.Lower[i] - problem.Rising[i]));

    /// <summary>
    /// The next point, and which samples seem to be at their kink; null where no step is finite.
    /// </summary>
    public static (CentralPoint Point, int[] AtKink)? From(KinkProblem problem, CentralPoint at)
    {
        var step = new KinkStep(problem, at);
        if (step._factor is null)
            return null;

        var straight = step.Direction(0, null, 0);
        var product = step.Product(at);
        var share = step.Product(step.Moved(straight, 1)) / product;
        var length = step.Lengths(straight, 1).Primal;
        (double Target, double Products)[] trials =
        [
            (share * share * share, 1), (share * share * share, length * length), (share, 0), (0.5, 0),
        ];
        var best = at;
        var lowest = double.PositiveInfinity;
        foreach (var (target, products) in trials)
        {
            var next = step.Moved(step.Direction(target * product, straight, products), ToBoundary);
            if (step.Product(next) is var reached && reached < lowest && step.IsInside(next))
                (best, lowest) = (next, reached);
            if (lowest < EnoughFall * product)
                break;
        }

        return double.IsFinite(lowest) ? (best, step.AtKink(straight)) : null;
    }

    /// <summary>A value for each sample that counts, 0 for the others.</summary>
    private Vector Rows(Func<int, double> value)
    {
        var values = new double[_residuals.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = _problem.Shares[i] > 0 ? value(i) : 0;
        return Vector.Own(values);
    }

    /// <summary>Newton's step to a value of all products, with those of another step's changes.</summary>
    private Change Direction(double target, Change? other, double products)
    {
        double Mixed(Vector change, int i) => other is null ? 0 : products * change[i] * other.Dual[i];
        var above = Rows(i => target - (_at.Above[i] * _at.Upper[i]) + Mixed(other?.Above ?? default, i));
        var below = Rows(i => target - (_at.Below[i] * _at.Lower[i]) - Mixed(other?.Below ?? default, i));
        var missing = Rows(i => _residuals[i] - _at.Above[i] + _at.Below[i]
            - (above[i] / _at.Upper[i]) + (below[i] / _at.Lower[i]));
        var pulled = _steepness.Combine(missing, default(Product), nameof(missing));
        var right = _problem.Pull(pulled) + _imbalance;
        var parameters = _factor!.Solve(right);
        for (var k = 0; k < Refinements; k++)
            parameters += _factor.Solve(right - _curved.Multiply(parameters));
        var scores = _problem.Scores(parameters);
        var dual = Rows(i => _steepness[i] * (missing[i] - scores[i]));
        return new(
            parameters,
            Rows(i => (above[i] + (_at.Above[i] * dual[i])) / _at.Upper[i]),
            Rows(i => (below[i] - (_at.Below[i] * dual[i])) / _at.Lower[i]),
            dual);
    }

    /// <summary>
    /// The point as far along as stays inside; without a penalty primal and dual parts go as far as each can.
    /// </summary>
    private CentralPoint Moved(Change change, double fraction)
    {
        var (primal, dual) = Lengths(change, fraction);
        return new(
            change.Parameters.MultiplyAdd(primal, _at.Parameters),
            change.Above.MultiplyAdd(primal, _at.Above),
            change.Below.MultiplyAdd(primal, _at.Below),
            change.Dual.MultiplyAdd(-dual, _at.Upper),
            change.Dual.MultiplyAdd(dual, _at.Lower));
    }

    private (double Primal, double Dual) Lengths(Change change, double fraction)
    {
        var primal = Math.Min(Longest(_at.Above, change.Above), Longest(_at.Below, change.Below));
        var dual = Math.Min(Longest(_at.Upper, -change.Dual), Longest(_at.Lower, change.Dual));
        if (_problem.IsPenalised)
            primal = dual = Math.Min(Math.Min(primal, dual), LowestProduct(change));
        return (Math.Min(1, fraction * primal), Math.Min(1, fraction * dual));
    }

    /// <summary>Where along a change the products are least: a penalty bends them upwards.</summary>
    private double LowestProduct(Change change)
    {
        var (slope, bend) = (0.0, 0.0);
        for (var i = 0; i < _residuals.Count; i++)
        {
            var (above, below, dual) = (change.Above[i], change.Below[i], change.Dual[i]);
            bend += _problem.Shares[i] * dual * (below - above);
            slope += _problem.Shares[i] * ((above * _at.Upper[i]) + (below * _at.Lower[i])
                + (dual * (_at.Below[i] - _at.Above[i])));
        }

        return bend > 0 && slope < 0 ? -slope / (2 * bend) : double.PositiveInfinity;
    }

    /// <summary>How many times a change may be added before an entry is 0.</summary>
    private static double Longest(Vector from, Vector change)
    {
        var longest = double.PositiveInfinity;
        for (var i = 0; i < from.Count; i++)
        {
            if (change[i] < 0 && from[i] > 0)
                longest = Math.Min(longest, -from[i] / change[i]);
        }

        return longest;
    }

    /// <summary>μ: the mean of all products.</summary>
    private double Product(CentralPoint point) =>
        (_problem.Shares.Dot(point.Above.Combine(point.Upper, default(Product), nameof(point)))
            + _problem.Shares.Dot(point.Below.Combine(point.Lower, default(Product), nameof(point))))
        / (2 * _problem.Shares.Sum());

    private bool IsInside(CentralPoint point)
    {
        for (var i = 0; i < point.Above.Count; i++)
        {
            if (_problem.Shares[i] > 0
                && !(point.Above[i] > 0 && point.Below[i] > 0 && point.Upper[i] > 0 && point.Lower[i] > 0))
            {
                return false;
            }
        }

        return point.Parameters.IsFinite && point.Above.IsFinite && point.Below.IsFinite;
    }

    /// <summary>
    /// Samples both of whose residual's parts fall by a greater share than the dual's ways.
    /// </summary>
    /// <remarks>
    /// Towards μ = 0 the two shares of a pair add up to 1, and near the end one of them is 1: that which goes
    /// to 0 (El-Bakry, Tapia, Zhang 1994). No unit is compared with another.
    /// </remarks>
    private int[] AtKink(Change straight) =>
    [
        .. Enumerable.Range(0, _residuals.Count).Where(i => _problem.Shares[i] > 0
            && straight.Above[i] / _at.Above[i] < -straight.Dual[i] / _at.Upper[i]
            && straight.Below[i] / _at.Below[i] < straight.Dual[i] / _at.Lower[i]),
    ];

    private sealed record Change(Vector Parameters, Vector Above, Vector Below, Vector Dual);
}
