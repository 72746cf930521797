namespace Descent;

/// <summary>Room for one evaluation: the weights as long as a padded row, and the total.</summary>
internal readonly ref struct RiskScratch
{
    /// <summary>Lays the room out from the first cache line on.</summary>
    /// <param name="room">As many numbers as <see cref="Length"/> says.</param>
    public RiskScratch(Span<double> room)
    {
        room = room.Slice(Lanes.Misalignment(room), room.Length - (Lanes.Count - 1));
        var stride = (room.Length - RiskTotal.Length(0)) / 2;
        Weights = room[..stride];
        Total = room[stride..];
    }

    public Span<double> Weights { get; }

    public Span<double> Total { get; }

    public static int Length(int stride) => stride + RiskTotal.Length(stride) + Lanes.Count - 1;

    public void SetWeights(ReadOnlySpan<double> weights) => Lanes.CopyPadded(weights, Weights);
}
