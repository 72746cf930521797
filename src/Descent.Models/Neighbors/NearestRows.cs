namespace Descent.Models;

/// <summary>A row, how far it is, and how many of the k places it may take.</summary>
internal readonly record struct Candidate(int Row, double Distance, double Places)
    : IComparable<Candidate>
{
    /// <summary>The nearer first, and of equal distances the lower row.</summary>
    public int CompareTo(Candidate other) =>
        Distance < other.Distance ? -1 : Distance > other.Distance ? 1 : Row.CompareTo(other.Row);
}

/// <summary>The nearest of the rows seen so far, as many as it takes to fill k places.</summary>
/// <remarks>
/// Which rows are left does not depend on the order in which they come. With weights the running total is
/// rounded in that order, so a little more is kept than k: the cut is made in the end, over sorted rows.
/// </remarks>
internal sealed class NearestRows(int k, bool isWeighted)
{
    // 10⁹ rows, of at most k places each, round the total by less than this share of k.
    private const double RoundedShare = 1e-6;

    private static readonly Comparer<Candidate> FarthestFirst =
        Comparer<Candidate>.Create((one, other) => other.CompareTo(one));

    private readonly PriorityQueue<Candidate, Candidate> _kept = new(FarthestFirst);
    private readonly double _wanted = isWeighted ? k + (k * RoundedShare) : k;
    private double _total;

    /// <summary>No row farther than this is wanted; +∞ until the places are filled.</summary>
    public double Reach { get; private set; } = double.PositiveInfinity;

    /// <summary>Takes a row in if it is among the nearest.</summary>
    public void Add(int row, double distance, double weight)
    {
        // Farther than all that are kept, which fill the places.
        if (distance > Reach)
            return;

        var one = new Candidate(row, distance, Math.Min(weight, k));
        _kept.Enqueue(one, one);
        _total += one.Places;
        while (_total - _kept.Peek().Places >= _wanted)
            _total -= _kept.Dequeue().Places;
        if (_total >= _wanted)
            Reach = _kept.Peek().Distance;
    }

    /// <summary>The rows kept, the nearest first.</summary>
    public Candidate[] InOrder()
    {
        Candidate[] sorted = [.. _kept.UnorderedItems.Select(item => item.Element)];
        Array.Sort(sorted);
        return sorted;
    }
}
