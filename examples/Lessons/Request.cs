using System.Collections.Immutable;

namespace Lessons;

/// <summary>What the command line asks for.</summary>
/// <param name="Lessons">The lessons to run, in the order named; all of them where none is named.</param>
/// <param name="Folder">Where drawings go.</param>
/// <param name="OnlyList">Whether to list the lessons instead.</param>
public sealed record Request(ImmutableArray<ILesson> Lessons, string Folder, bool OnlyList)
{
    /// <summary>How to call the program.</summary>
    public const string Usage =
        "Usage: dotnet run --project examples/Lessons -- [LESSON ...] [--list] [--out DIR]";

    private static readonly Request Everything = new([], Path.Combine("artifacts", "lessons"), false);

    /// <summary>Reads the arguments.</summary>
    /// <returns>The request, or null and what is wrong.</returns>
    public static (Request? Request, string Problem) Parse(IReadOnlyList<string> args)
    {
        var request = Everything;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--list")
                request = request with { OnlyList = true };
            else if (args[i] == "--out" && i + 1 == args.Count)
                return (null, "--out needs a directory after it.");
            else if (args[i] == "--out")
                request = request with { Folder = args[++i] };
            else if (args[i].StartsWith('-'))
                return (null, $"There is no option '{args[i]}'.");
            else if (Catalogue.Find(args[i]) is { } lesson)
                request = request with { Lessons = request.Lessons.Add(lesson) };
            else
                return (null, $"There is no lesson '{args[i]}'; the lessons are {Catalogue.Names}.");
        }

        return (request.Lessons.IsEmpty ? request with { Lessons = Catalogue.Lessons } : request, "");
    }
}
