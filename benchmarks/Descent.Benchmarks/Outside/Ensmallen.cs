namespace Descent.Benchmarks;

/// <summary>The rival in C++, compiled for this machine where its headers are.</summary>
internal static class Ensmallen
{
    private static readonly string[] Options =
        ["-std=c++17", "-O3", "-march=native", "-DNDEBUG", "-DARMA_NO_DEBUG"];

    /// <summary>The compiled program, or null where there is no compiler or no header.</summary>
    /// <exception cref="InvalidOperationException">All is there, and it does not compile.</exception>
    public static string[]? Command(string folder)
    {
        if (!Tools.TryRun("g++", "-E", "-include", "ensmallen.hpp", "-x", "c++", "/dev/null").Succeeded)
            return null;

        var program = Path.Combine(folder, "ensmallen_rival");
        string[] arguments = [.. Options, Tools.Source("ensmallen_rival.cpp"), "-o", program, "-larmadillo"];
        var (succeeded, output) = Tools.TryRun("g++", arguments);
        return succeeded
            ? [program, folder]
            : throw new InvalidOperationException($"g++ {string.Join(' ', arguments)} failed:\n{output}");
    }
}
