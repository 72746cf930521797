using System.Runtime.Intrinsics;

namespace Descent.Models;

/// <summary>Σ |xⱼ − yⱼ|.</summary>
internal sealed record ManhattanDistance : Distance
{
    public override string ToString() => nameof(Manhattan);

    internal override double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int count)
    {
        var sum = Vector512<double>.Zero;
        for (var j = 0; j < x.Length; j += Lanes.Count)
            sum += Vector512.Abs(Lanes.Load(x, j) - Lanes.Load(y, j));
        return Lanes.Sum(sum);
    }
}
