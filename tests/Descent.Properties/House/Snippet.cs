using System.Reflection;
using System.Runtime.Loader;

namespace Descent.Properties;

/// <summary>Compiles and runs the programs of the documents.</summary>
internal static class Snippet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using Descent;
        global using Descent.Linq;
        global using Descent.Models;
        file static class OfBlocksThatOnlyDeclare
        {
            private static void Main()
            {
            }
        }
        """;

    private static string[] Libraries =>
    [
        .. RepositoryFiles.Assemblies.Select(assembly => assembly.Location),
        typeof(CommunityToolkit.HighPerformance.ReadOnlySpan2D<>).Assembly.Location,
    ];

    /// <summary>Compiles a whole C# program into a new file of the folder.</summary>
    /// <param name="code">Top-level statements.</param>
    /// <param name="place">The document and the line in it, for messages.</param>
    /// <param name="folder">Where to write.</param>
    /// <returns>The path of the program, or what the compiler said.</returns>
    public static async Task<(string? Program, string Errors)> Compile(
        string code, (string File, int Line) place, string folder)
    {
        var name = NameOf(place);
        var source = Path.Combine(folder, $"{name}.cs");
        var usings = Path.Combine(folder, $"{name}.Usings.cs");
        var options = Path.Combine(folder, $"{name}.rsp");
        var program = Path.Combine(folder, $"{name}.dll");
        await File.WriteAllTextAsync(source, $"#line {place.Line} \"{place.File}\"\n{code}\n");
        await File.WriteAllTextAsync(usings, Usings);
        await File.WriteAllLinesAsync(options, [
            "-nologo", "-target:exe", "-langversion:14", "-nullable:enable", "-warnaserror+",
            "-nowarn:CS7022", // The empty Main gives way to top-level statements.
            $"-out:\"{program}\"", $"\"{source}\"", $"\"{usings}\"",
            .. Framework().Concat(Libraries).Select(path => $"-reference:\"{path}\""),
        ]);

        var compiler = Repository.Metadata("Compiler");
        if (!File.Exists(compiler))
            throw new FileNotFoundException("The SDK's own C# compiler is not where it should be.", compiler);

        var result = await ChildProcess.Dotnet("exec", compiler, "-noconfig", $"@{options}");
        return result.ExitCode == 0
            ? (program, "")
            : (null, (result.Output + result.Errors).Replace(folder + Path.DirectorySeparatorChar, ""));
    }

    /// <summary>
    /// Runs a compiled program here and now; tests that call it have the console to themselves.
    /// </summary>
    /// <returns>What it wrote.</returns>
    public static async Task<string> Run(string program)
    {
        var context = new AssemblyLoadContext(program, isCollectible: true);
        var console = Console.Out;
        using var output = new StringWriter();
        try
        {
            Console.SetOut(output);
            // From memory, so that no loaded file stands in the way of deleting the folder.
            using var image = new MemoryStream(await File.ReadAllBytesAsync(program));
            var main = context.LoadFromStream(image).EntryPoint!;
            object?[]? arguments = main.GetParameters().Length == 0 ? null : [Array.Empty<string>()];
            await Task.Run(() => main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null))
                .WaitAsync(Limit);
            return output.ToString();
        }
        finally
        {
            Console.SetOut(console);
            context.Unload();
        }
    }

    /// <summary>Runs a whole F# program by F# Interactive, warnings as errors.</summary>
    public static async Task<(string Output, string Errors)> RunFSharp(
        string code, (string File, int Line) place, string folder)
    {
        var name = NameOf(place);
        var script = Path.Combine(folder, $"{name}.fsx");
        await File.WriteAllTextAsync(script, $"# {place.Line} \"{place.File}\"\n{code}\n");
        var result = await ChildProcess.Dotnet([
            "fsi", "--nologo", "--quiet", "--warnaserror+",
            .. Libraries.Select(path => $"--reference:{path}"),
            script,
        ]);
        return (result.Output, result.ExitCode == 0 ? "" : $"exit code {result.ExitCode}: {result.Errors}");
    }

    private static string NameOf((string File, int Line) place) =>
        $"{Path.ChangeExtension(place.File, null).Replace('/', '-')}-{place.Line}";

    private static IEnumerable<string> Framework()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == folder);
    }
}
