namespace Descent.Benchmarks;

/// <summary>Contenders side by side.</summary>
internal static class Race
{
    private const int WarmUps = 2;

    /// <summary>Runs all contenders in turn, again and again, after a warm-up of each.</summary>
    /// <remarks>
    /// A run makes at least tens of thousands of calls of what is worth compiling well, or has called it
    /// dozens of times after the warm-up; the pause lets the compiler's thread catch up.
    /// </remarks>
    public static Results Run(IReadOnlyList<Contender> contenders, int count, int repetitions)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            foreach (var contender in contenders)
                contender.Run(count);
            Thread.Sleep(300);
        }

        var results = new Results(contenders, count);
        for (var i = 0; i < repetitions; i++)
        {
            foreach (var contender in contenders)
                results.Add(contender, contender.Run(count));
        }

        return results;
    }
}
