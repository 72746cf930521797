using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>A user's loss of single samples, asked once for each lane in use.</summary>
internal sealed class LaneByLane(ILoss loss) : IBlockLoss
{
    public void Evaluate(
        Vector512<double> scores,
        Vector512<double> targets,
        int count,
        out Vector512<double> values,
        out Vector512<double> derivatives)
    {
        Span<double> value = stackalloc double[Lanes.Count];
        Span<double> derivative = stackalloc double[Lanes.Count];
        value.Clear();
        derivative.Clear();
        for (var lane = 0; lane < count; lane++)
        {
            value[lane] = loss.Value(scores.GetElement(lane), targets.GetElement(lane));
            derivative[lane] = loss.Derivative(scores.GetElement(lane), targets.GetElement(lane));
        }

        values = Lanes.Load(value, 0);
        derivatives = Lanes.Load(derivative, 0);
    }
}
