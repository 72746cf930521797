using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Descent.Benchmarks;

/// <summary>What the numbers were measured on.</summary>
internal static class Machine
{
    /// <summary>Prints the machine.</summary>
    public static void PrintName(Request request, TextWriter output) =>
        output.WriteLine(
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, "
            + $"{Show.Whole(Environment.ProcessorCount)} processors, "
            + $"Vector512 {(Vector512.IsHardwareAccelerated ? "in hardware" : "by smaller vectors")}; "
            + $"'several threads' are {Show.Whole(request.Threads)}.");

    /// <summary>Prints the machine and how contenders are measured on it.</summary>
    public static void Print(Request request, TextWriter output)
    {
        PrintName(request, output);
        output.WriteLine(
            $"Medians of {Show.Whole(request.Repetitions)} repetitions; in each, every contender runs once, "
            + "in turn. Ratios are taken inside a repetition: time over Descent's, or for a limit Descent's "
            + "time over it.");
        if (request.Quick)
            output.WriteLine("Quick: a tenth of the work, which tells nothing about the aims.");
        output.WriteLine();
    }
}
