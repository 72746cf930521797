using System.Numerics;
using System.Runtime.Intrinsics;

namespace Descent.Models;

/// <summary>Points in boxes of boxes, halved at the median.</summary>
/// <remarks>
/// <para>Bentley 1975; Friedman, Bentley, Finkel 1977. Node n has the children 2n + 1 and 2n + 2, and a run
/// of points that they share: the first half, by the coordinate in which the node's box is widest, and the
/// rest. So the runs follow from the number of points alone, and the one thing stored of a node is its box,
/// the least that holds its points.</para>
/// <para>A box is left out where its nearest point is farther than the farthest row wanted. Both are
/// computed by one function, and each is off by less than (n + 16) u of itself for n coordinates: sums of
/// n/8 + 3 terms, and what differences, powers and roots add. A box is left out only where it is farther by
/// four times that, or by more than the least numbers, which rounding to multiples of them may blur: so no
/// row is missed, equally distant ones included, and the answers are those of looking at every row.</para>
/// </remarks>
internal sealed class KdTree
{
    private const int LeafPoints = 16;
    private const double Unit = 1.1102230246251565e-16;

    private readonly Dataset _data;
    private readonly int _stride;
    private readonly double _beyond;
    private readonly int[] _rows;
    private readonly double[] _points;
    private readonly double[] _boxes;

    private KdTree(Dataset data, int[] rows)
    {
        _data = data;
        _rows = rows;
        _stride = Lanes.Padded(data.FeatureCount);
        _beyond = 1 + (4 * (data.FeatureCount + 16) * Unit);

        var leaves = (rows.Length + LeafPoints - 1) / LeafPoints;
        var nodes = (2 * (int)BitOperations.RoundUpToPowerOf2((uint)leaves)) - 1;
        _boxes = new double[checked(nodes * 2 * _stride)];
        _points = new double[checked(rows.Length * _stride)];
        Part(0, 0, rows.Length);
        for (var i = 0; i < rows.Length; i++)
            data.Features.Row(rows[i]).CopyTo(_points.AsSpan(i * _stride));
    }

    /// <summary>The tree of all rows of positive weight.</summary>
    public static KdTree Of(Dataset data) =>
        new(data, [.. Enumerable.Range(0, data.Count).Where(i => !data.IsWeighted || data.Weights[i] > 0)]);

    /// <summary>Shows the rows to a list of the nearest, without those that cannot be among them.</summary>
    public void Search(double[] point, Distance distance, NearestRows nearest)
    {
        var search = new Searching(point, new double[_stride], distance, nearest);
        Visit(in search, 0, 0, _rows.Length, BoxDistance(in search, 0));
    }

    public override string ToString() => Guard.Text($"k-d tree of {_rows.Length} points");

    private void Part(int node, int first, int count)
    {
        var axis = Enclose(node, _rows.AsSpan(first, count));
        if (count <= LeafPoints)
            return;

        // Which of equal numbers comes first changes the way of a search, and not what it finds.
        var keys = new double[count];
        for (var i = 0; i < count; i++)
            keys[i] = _data.Features[_rows[first + i], axis];
        keys.AsSpan().Sort(_rows.AsSpan(first, count));

        var left = count / 2;
        Part((2 * node) + 1, first, left);
        Part((2 * node) + 2, first + left, count - left);
    }

    /// <summary>Writes the least box that holds the rows, and gives its widest coordinate.</summary>
    private int Enclose(int node, ReadOnlySpan<int> rows)
    {
        var low = Low(node);
        var high = High(node);
        _data.Features.Row(rows[0]).CopyTo(low);
        low.CopyTo(high);
        foreach (var row in rows)
        {
            var entries = _data.Features.Row(row);
            for (var j = 0; j < entries.Length; j++)
            {
                low[j] = Math.Min(low[j], entries[j]);
                high[j] = Math.Max(high[j], entries[j]);
            }
        }

        var widest = 0;
        for (var j = 1; j < _data.FeatureCount; j++)
        {
            if (high[j] - low[j] > high[widest] - low[widest])
                widest = j;
        }

        return widest;
    }

    private void Visit(in Searching search, int node, int first, int count, double boxDistance)
    {
        if (boxDistance > (search.Nearest.Reach * _beyond) + (4 * double.Epsilon))
            return;

        if (count <= LeafPoints)
        {
            LookAt(in search, first, count);
            return;
        }

        var half = count / 2;
        var (left, right) = ((2 * node) + 1, (2 * node) + 2);
        var (toLeft, toRight) = (BoxDistance(in search, left), BoxDistance(in search, right));
        if (toLeft <= toRight)
            Visit(in search, left, first, half, toLeft);
        Visit(in search, right, first + half, count - half, toRight);
        if (toLeft > toRight)
            Visit(in search, left, first, half, toLeft);
    }

    private void LookAt(in Searching search, int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            var distance = search.Distance.Of(
                search.Point, _points.AsSpan(i * _stride, _stride), _data.FeatureCount);
            search.Nearest.Add(_rows[i], distance, _data.IsWeighted ? _data.Weights[_rows[i]] : 1);
        }
    }

    /// <summary>How far the box's own nearest point is.</summary>
    private double BoxDistance(in Searching search, int node)
    {
        ReadOnlySpan<double> low = Low(node), high = High(node);
        for (var j = 0; j < low.Length; j += Lanes.Count)
        {
            var inside = Vector512.Max(Lanes.Load(search.Point, j), Lanes.Load(low, j));
            Lanes.Store(Vector512.Min(inside, Lanes.Load(high, j)), search.InBox, j);
        }

        return search.Distance.Of(search.Point, search.InBox, _data.FeatureCount);
    }

    private Span<double> Low(int node) => _boxes.AsSpan(2 * node * _stride, _stride);

    private Span<double> High(int node) => _boxes.AsSpan(((2 * node) + 1) * _stride, _stride);

    private readonly record struct Searching(
        double[] Point, double[] InBox, Distance Distance, NearestRows Nearest);
}
