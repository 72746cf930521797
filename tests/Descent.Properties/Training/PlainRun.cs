using Descent.Linq;
using Xunit;

namespace Descent.Properties;

/// <summary>What a thinned run has to show: states picked from the plain one.</summary>
internal static class PlainRun
{
    /// <summary>
    /// Asserts that every n-th state of so many steps is the plain run's, bit for bit, and the end too.
    /// </summary>
    /// <returns>The states compared.</returns>
    public static State<TMemory>[] AssertIsThinnedTo<TMemory>(Training<TMemory> run, long n, long steps)
    {
        var expected = run.Steps(steps).Where(s => s.Step % n == 0 || !s.IsFinite).ToArray();
        Assert.NotEmpty(expected);
        // A run that has ended shows nothing more; another one is not asked for more than it has to show.
        var hasEnded = !expected[^1].IsFinite;
        var actual = run.Every(n).Take(expected.Length + (hasEnded ? 1 : 0)).ToArray();
        AssertEqual(expected, actual);
        return expected;
    }

    /// <summary>Asserts equal states, bit for bit, where every NaN is one value.</summary>
    public static void AssertEqual<TMemory>(
        IReadOnlyList<State<TMemory>> expected, IReadOnlyList<State<TMemory>> actual)
    {
        Assert.Equal(expected.Select(s => s.Step), actual.Select(s => s.Step));
        foreach (var (e, a) in expected.Zip(actual))
        {
            Bits.Equal(e.Parameters, a.Parameters);
            Bits.Equal(e.Evaluation, a.Evaluation);
            Assert.Equal(e.Evaluations, a.Evaluations);
            Assert.Equal(e.Memory, a.Memory);
        }
    }
}
