namespace Descent;

/// <summary>
/// A dual point for the hinge, whose samples at the kink may have any slope between its two.
/// </summary>
/// <remarks>
/// The samples nearest to the kink are given the slopes that bound the minimum best, all others have their
/// own: the dual of a support vector machine on a few samples, by pairs of them (Platt 1998; Keerthi,
/// Shevade, Bhattacharyya, Murthy 2001), or one at a time where there is no bias.
/// </remarks>
internal sealed class KinkSlopes
{
    private const int GreatestCount = 512;
    private const long GreatestWork = 50_000_000;

    private readonly Dataset _data;
    private readonly SplitPenalty _penalty;
    private readonly double _share;
    private readonly int[] _places;
    private readonly double[] _slopes;
    private readonly double[] _v;

    private KinkSlopes(Dataset data, DualProblem problem, int[] places, double[] slopes, double[] v) =>
        (_data, _penalty, _share, _places, _slopes, _v) =
            (data, problem.Penalty, problem.Share, places, slopes, v);

    /// <summary>
    /// The slopes; null where no choice at the kink balances the others, or nothing is gained.
    /// </summary>
    public static DualSlopes? Of(
        DualSlopes balanced, Dataset data, Vector scores, DualProblem problem, bool bias)
    {
        if (problem.Penalty.Square.Contains(0))
            return null;

        var count = Math.Min(Math.Min(data.Count, GreatestCount), (4 * data.FeatureCount) + 16);
        double MarginOf(int i) => ((2 * data.Targets[i]) - 1) * scores[i];
        var slopes = new double[data.Count];
        for (var i = 0; i < slopes.Length; i++)
            slopes[i] = MarginOf(i) < 1 ? 1 - (2 * data.Targets[i]) : 0;
        int[] places = [.. Enumerable.Range(0, data.Count)
            .Where(i => WeightOf(data, i) > 0)
            .OrderBy(i => Math.Abs(1 - MarginOf(i)))
            .Take(count)];
        if (bias && !Begin(data, places, slopes))
            return null;

        var first = balanced.With(data, slopes, bias, problem.Share);
        var v = data.Features.TransposeMultiply(first.Weighted(data, problem.Share)).AsSpan().ToArray();
        var kink = new KinkSlopes(data, problem, places, slopes, v);
        var rounds = Math.Min(
            GreatestWork / ((long)count * Math.Max(1, data.FeatureCount)), 2000L * count);
        for (var round = 0L; round < rounds; round++)
        {
            if (!(bias ? kink.MovePair() : kink.MoveAll()))
                break;
        }

        return balanced.With(data, slopes, bias, problem.Share);
    }

    /// <summary>Gives the places one share of their ranges, by which all slopes sum to 0.</summary>
    private static bool Begin(Dataset data, int[] places, double[] slopes)
    {
        foreach (var i in places)
            slopes[i] = 0;
        var sum = 0.0;
        for (var i = 0; i < slopes.Length; i++)
            sum += WeightOf(data, i) * slopes[i];

        // A place of a positive label can go down to −1, one of a negative label up to 1.
        var (rising, falling) = (0.0, 0.0);
        foreach (var i in places)
        {
            if (data.Targets[i] is 0)
                rising += WeightOf(data, i);
            else
                falling += WeightOf(data, i);
        }

        // As much of either as leaves room for the other.
        var half = Math.Min(rising, falling) / 2;
        var up = sum > 0 ? Math.Max(0, half - sum) : Math.Max(half, -sum);
        var down = sum + up;
        if (up > rising || down > falling)
            return false;
        foreach (var i in places)
            slopes[i] = data.Targets[i] is 0 ? Share(up, rising) : -Share(down, falling);
        return true;
    }

    private static double Share(double part, double whole) => whole is 0 ? 0 : Math.Min(1, part / whole);

    private static double WeightOf(Dataset data, int i) => data.IsWeighted ? data.Weights[i] : 1;

    /// <summary>Moves two places against each other, the sum of all slopes unchanged.</summary>
    /// <remarks>
    /// The one that most wants to rise, and the one beside which the bound gains most (Fan, Chen, Lin 2005).
    /// </remarks>
    private bool MovePair()
    {
        var slopes = Array.ConvertAll(_places, SlopeAt);
        var first = -1;
        for (var a = 0; a < _places.Length; a++)
        {
            if (_slopes[_places[a]] < Upper(_places[a]) && (first < 0 || slopes[a] < slopes[first]))
                first = a;
        }

        var (second, curvature, most) = (-1, 0.0, 0.0);
        for (var a = 0; a < _places.Length && first >= 0; a++)
        {
            var difference = slopes[a] - slopes[first];
            var isFree = _slopes[_places[a]] > Lower(_places[a]);
            if (!isFree || !(difference > 1e-15 * (1 + Math.Abs(slopes[a]))))
                continue;
            var between = CurvatureBetween(_places[first], _places[a]);
            var gain = difference * difference / Math.Max(between, 1e-300);
            if (gain > most)
                (second, curvature, most) = (a, between, gain);
        }

        if (second < 0)
            return false;

        var (up, down) = (_places[first], _places[second]);
        var (c, d) = (WeightOf(_data, up), WeightOf(_data, down));
        var step = Math.Min(
            (slopes[second] - slopes[first]) / (_share * curvature),
            Math.Min(c * (Upper(up) - _slopes[up]), d * (_slopes[down] - Lower(down))));
        return Move(up, step / c) | Move(down, -step / d);
    }

    private double CurvatureBetween(int first, int second)
    {
        var curvature = 0.0;
        for (var k = 0; k < _v.Length; k++)
        {
            var difference = _data.Features[first, k] - _data.Features[second, k];
            curvature += difference * difference / _penalty.Square[k];
        }

        return curvature;
    }

    private bool MoveAll()
    {
        var moved = false;
        foreach (var i in _places)
        {
            var curvature = 0.0;
            for (var k = 0; k < _v.Length; k++)
                curvature += _data.Features[i, k] * _data.Features[i, k] / _penalty.Square[k];
            if (curvature is 0)
                continue;
            var slope = SlopeAt(i);
            var wanted = _slopes[i] - (slope / (_share * WeightOf(_data, i) * curvature));
            moved |= Math.Abs(slope) > 1e-15
                && Move(i, Math.Clamp(wanted, Lower(i), Upper(i)) - _slopes[i]);
        }

        return moved;
    }

    private double Upper(int i) => _data.Targets[i] is 0 ? 1 : 0;

    private double Lower(int i) => _data.Targets[i] is 0 ? 0 : -1;

    /// <summary>How fast the negative of the bound grows with u: σ + x · ∇g*(v).</summary>
    private double SlopeAt(int i)
    {
        var sum = (2 * _data.Targets[i]) - 1;
        for (var k = 0; k < _v.Length; k++)
        {
            var weight = Thresholded.Of(_v[k], _penalty.Absolute[k]) / _penalty.Square[k];
            sum = Math.FusedMultiplyAdd(_data.Features[i, k], weight, sum);
        }

        return sum;
    }

    private bool Move(int i, double change)
    {
        var next = Math.Clamp(_slopes[i] + change, Lower(i), Upper(i));
        change = next - _slopes[i];
        if (change is 0)
            return false;
        _slopes[i] = next;
        var multiple = _share * WeightOf(_data, i) * change;
        for (var k = 0; k < _v.Length; k++)
            _v[k] = Math.FusedMultiplyAdd(_data.Features[i, k], multiple, _v[k]);
        return true;
    }
}
