using Descent;

namespace Lessons;

/// <summary>How well two runs agree.</summary>
public static class Agreement
{
    /// <summary>The largest relative difference of a parameter, over all states of both runs.</summary>
    public static double LargestDifference(IEnumerable<IState> run, IEnumerable<IState> other) =>
        run.Zip(other, (s, t) => s.Parameters.Zip(t.Parameters, Relative).NormInf).Max();

    private static double Relative(double x, double y) =>
        x == y ? 0 : Math.Abs(x - y) / Math.Max(Math.Abs(x), Math.Abs(y));
}
