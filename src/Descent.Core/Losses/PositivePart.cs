using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>max(0, x), NaN where x is NaN.</summary>
internal static class PositivePart
{
    public static Vector512<double> Of(Vector512<double> x) =>
        Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<double>.Zero), Vector512<double>.Zero, x);
}
