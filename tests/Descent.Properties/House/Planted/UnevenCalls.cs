using System.Globalization;
using System.Numerics;
using System.Runtime.Intrinsics;

// Mistakes on purpose: the checks of the architecture must find each of them.
#pragma warning disable CA5394

namespace Descent.Properties;

/// <summary>Names something uneven in each method.</summary>
internal static class UnevenCalls
{
    public static double Exp(double x) => Math.Exp(x);

    public static double LogOfDouble(double x) => double.Log(x);

    public static Func<double, double> Group() => Math.Tanh;

    public static Func<double, double> InLambda(double y) => x => Math.Pow(x, y);

    public static int Draw() => Random.Shared.Next();

    public static DateTime Now() => DateTime.UtcNow;

    public static int Cores() => Environment.ProcessorCount;

    public static string Culture() => CultureInfo.CurrentCulture.Name;

    public static int Width() => Vector<double>.Count;

    public static double LaneSum(Vector512<double> lanes) => Vector512.Sum(lanes);

    public static double Sum(double[] values) => values.Sum();

    public static double SumOf(int[] values) => values.Sum(value => value / 2.0);

    public static double Average(double[] values) => values.Average();
}
