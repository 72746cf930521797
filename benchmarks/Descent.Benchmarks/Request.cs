using System.Collections.Immutable;
using System.Globalization;

namespace Descent.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Mode">Which measurements.</param>
/// <param name="Workloads">The names of the workloads; all where empty.</param>
/// <param name="Repetitions">How often each contender runs.</param>
/// <param name="Threads">The threads of contenders that use several.</param>
/// <param name="Quick">Whether to do a tenth of the work, to see that everything runs.</param>
internal sealed record Request(
    string Mode, ImmutableArray<string> Workloads, int Repetitions, int Threads, bool Quick)
{
    /// <summary>How to call the program.</summary>
    public const string Usage =
        """
        Usage: dotnet run -c Release --project benchmarks/Descent.Benchmarks -- MODE
          workloads [W1 W2 ...] [--repetitions N] [--threads N] [--quick]    beside rivals and limits
          scaling [--repetitions N] [--threads N] [--quick]                  cost by rows, features, threads
          sparse [--repetitions N] [--threads N] [--quick]                   11 000 rows of 130 000 columns
          small [--quick] [options of BenchmarkDotNet]                       steps, small risks, functions
        """;

    /// <summary>Reads the arguments.</summary>
    /// <returns>The request, or null and what is wrong.</returns>
    public static (Request? Request, string Problem) Parse(IReadOnlyList<string> args)
    {
        if (args.Count == 0)
            return (null, "A mode is missing.");

        var request = new Request(args[0], [], 7, Environment.ProcessorCount, Quick: false);
        for (var i = 1; i < args.Count; i++)
        {
            if (args[i] == "--quick")
                request = request with { Quick = true };
            else if (args[i] is "--repetitions" or "--threads")
            {
                if (i + 1 == args.Count || !TryCount(args[i + 1], out var number))
                    return (null, $"{args[i]} needs a whole number of at least 1 after it.");
                request = args[i++] == "--threads"
                    ? request with { Threads = number }
                    : request with { Repetitions = number };
            }
            else if (args[i].StartsWith('-'))
                return (null, $"There is no option '{args[i]}'.");
            else if (request.Mode != "workloads")
                return (null, $"'{request.Mode}' takes no names, and '{args[i]}' is one.");
            else
                request = request with { Workloads = request.Workloads.Add(args[i]) };
        }

        return (request, "");
    }

    private static bool TryCount(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1;
}
