namespace Descent.Linq;

/// <summary>The endless sequence of a function applied again and again.</summary>
public static class Iterate
{
    /// <summary><c>start, step(start), step(step(start)), …</c>, computed as it is drawn.</summary>
    /// <remarks>
    /// Descent in its barest form: <c>Iterate.From(-5.0, x => x - 0.1 * (2 * x)).Take(11)</c>. Each
    /// enumeration begins again at <paramref name="start"/>; nothing is computed before the second element is
    /// asked for.
    /// </remarks>
    /// <param name="start">The first element.</param>
    /// <param name="step">The next element from one; pure.</param>
    /// <exception cref="ArgumentNullException"><paramref name="step"/> is null.</exception>
    public static IEnumerable<T> From<T>(T start, Func<T, T> step)
    {
        Guard.NotNull(step);
        return Sequence(start, step);
    }

    private static IEnumerable<T> Sequence<T>(T start, Func<T, T> step)
    {
        for (var current = start; ; current = step(current))
            yield return current;
    }
}
