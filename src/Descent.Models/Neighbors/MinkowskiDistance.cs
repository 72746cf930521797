using System.Runtime.Intrinsics;

namespace Descent.Models;

/// <summary>(Σ |xⱼ − yⱼ|ᵖ)^(1/p), the differences as shares of the greatest.</summary>
/// <param name="Order">p, finite and at least 1.</param>
internal sealed record MinkowskiDistance(double Order) : Distance
{
    public override string ToString() => Guard.Text($"Minkowski({Order})");

    internal override double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int count)
    {
        // No power of a share overflows, and the greatest, 1, keeps the sum from underflowing.
        var greatest = ChebyshevDistance.Greatest(x, y);
        if (greatest == 0 || !double.IsFinite(greatest))
            return greatest;

        var (sum, unit, order) =
            (Vector512<double>.Zero, Vector512.Create(greatest), Vector512.Create(Order));
        for (var j = 0; j < x.Length; j += Lanes.Count)
        {
            var share = Vector512.Abs(Lanes.Load(x, j) - Lanes.Load(y, j)) / unit;
            sum += Elementary.Pow(share, order);
        }

        return greatest * Elementary.Pow(Lanes.Sum(sum), 1 / Order);
    }
}
