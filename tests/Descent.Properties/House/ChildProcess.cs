using System.Diagnostics;

namespace Descent.Properties;

/// <summary>Runs a command to its end, with a limit of time.</summary>
internal static class ChildProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>The exit code, and all that the command wrote.</summary>
    /// <exception cref="TimeoutException">It did not end in time; it has been stopped.</exception>
    public static async Task<(int ExitCode, string Output, string Errors)> Dotnet(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(DotnetHost(), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{string.Join(' ', arguments)} did not end within {Limit}.");
        }

        return (process.ExitCode, await output, await errors);
    }

    private static string DotnetHost() =>
        RepositoryFiles.Metadata("DotnetHost") is { Length: > 0 } path && File.Exists(path) ? path : "dotnet";
}
