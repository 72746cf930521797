using System.Diagnostics;
using System.Globalization;

namespace Descent.Benchmarks;

/// <summary>A rival in another process, which stays alive so that repetitions interleave.</summary>
/// <remarks>It reads <c>run W1 50</c> and answers <c>milliseconds loss</c>; it measures itself.</remarks>
internal sealed class OutsideProgram : IDisposable
{
    private readonly Process _process;

    private OutsideProgram(Process process, string version)
    {
        _process = process;
        Version = version;
    }

    /// <summary>Which version it says it is.</summary>
    public string Version { get; }

    /// <summary>Starts a program.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="threads">How many threads its linear algebra may use.</param>
    public static OutsideProgram Start(IReadOnlyList<string> command, int threads)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var variable in (string[])["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"])
            start.Environment[variable] = Show.Whole(threads);

        // Threads that wait by spinning would slow whoever runs next.
        start.Environment["OMP_WAIT_POLICY"] = "PASSIVE";

        var process = Process.Start(start)
            ?? throw new InvalidOperationException($"{command[0]} did not start.");
        return new OutsideProgram(process, NextLine(process));
    }

    /// <summary>Runs a workload once.</summary>
    public Lap Run(string workload, int count)
    {
        _process.StandardInput.WriteLine($"run {workload} {Show.Whole(count)}");
        _process.StandardInput.Flush();
        var words = NextLine(_process).Split(' ');
        return new Lap(Number(words[0]), Number(words[1]), Bytes: null);
    }

    /// <summary>Closes the pipe, at which the program ends.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);

    private static string NextLine(Process process) =>
        process.StandardOutput.ReadLine()
        ?? throw new InvalidOperationException(
            $"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} "
            + "ended without an answer; what it printed above says why.");
}
