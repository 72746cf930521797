using System.ComponentModel;
using System.Diagnostics;

namespace Descent.Benchmarks;

/// <summary>What of other languages is on this machine.</summary>
internal static class Tools
{
    private static readonly string[] Pythons = ["python3", "/usr/bin/python3"];

    /// <summary>The source of a rival.</summary>
    public static string Source(string name) => Path.Combine(AppContext.BaseDirectory, "rivals", name);

    /// <summary>A Python that has a module, that on the path before the system's; or null.</summary>
    public static string? PythonWith(string module) =>
        Pythons.FirstOrDefault(python => TryRun(python, "-c", $"import {module}").Succeeded);

    /// <summary>Whether R is there, and glmnet in it.</summary>
    public static bool HasGlmnet => TryRun("Rscript", "-e", "library(glmnet)").Succeeded;

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Whether it exists and ended with 0, and what it wrote.</returns>
    public static (bool Succeeded, string Output) TryRun(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode == 0, output + errors.Result);
        }
        catch (Win32Exception missing)
        {
            return (false, missing.Message);
        }
    }
}
