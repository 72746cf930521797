namespace Descent.Properties;

/// <summary>The least change that makes one list of lines another.</summary>
internal static class TextDifference
{
    /// <summary>
    /// Lines gone with <c>-</c>, lines new with <c>+</c>, in order, each under the last line at the margin.
    /// </summary>
    public static IEnumerable<string> Between(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var common = CommonLengths(before, after);
        var heading = "";
        var shown = "";
        for (var (i, j) = (0, 0); i < before.Count || j < after.Count;)
        {
            var isSame = i < before.Count && j < after.Count && before[i] == after[j];
            var isGone = !isSame && i < before.Count
                && (j == after.Count || common[i + 1, j] >= common[i, j + 1]);
            var line = isSame || isGone ? before[i] : after[j];
            if (!line.StartsWith(' '))
                heading = line;
            if (!isSame)
            {
                if (heading != line && heading != shown)
                    yield return "  " + heading;
                yield return (isGone ? "- " : "+ ") + line;
                shown = heading;
            }

            i += isSame || isGone ? 1 : 0;
            j += isSame || !isGone ? 1 : 0;
        }
    }

    /// <summary>Entry (i, j): how many lines the rests from i and from j have in common, in order.</summary>
    private static int[,] CommonLengths(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var lengths = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                lengths[i, j] = before[i] == after[j]
                    ? lengths[i + 1, j + 1] + 1
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }
}
