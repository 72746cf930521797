using Descent;

namespace Lessons;

/// <summary>Fewer points of a long run, for a logarithmic axis.</summary>
public static class Thinned
{
    /// <summary>The losses of a run over its updates, from the first on.</summary>
    public static IEnumerable<Point> Losses(IReadOnlyList<IState> run) =>
        By(run, state => state.Step).Skip(1).Select(state => new Point(state.Step, state.Loss));

    /// <summary>The elements whose numbers grow by at least 2 % from one to the next, and the last.</summary>
    /// <param name="run">The run.</param>
    /// <param name="number">The number of an element, growing along the run.</param>
    public static IEnumerable<T> By<T>(IReadOnlyList<T> run, Func<T, long> number)
    {
        var least = 0.0;
        foreach (var element in run.SkipLast(1))
        {
            if (number(element) < least)
                continue;
            yield return element;
            least = 1.02 * number(element);
        }

        yield return run[^1];
    }
}
