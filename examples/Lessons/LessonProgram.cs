namespace Lessons;

/// <summary>The program: prints the lessons asked for and writes their drawings.</summary>
public static class LessonProgram
{
    /// <summary>Runs it.</summary>
    /// <param name="args">See <see cref="Request.Usage"/>.</param>
    /// <param name="output">Where the lessons print.</param>
    /// <param name="error">Where a wrong argument is told.</param>
    /// <returns>0, or 2 after a wrong argument.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var (request, problem) = Request.Parse(args);
        if (request is null)
        {
            error.WriteLine(problem);
            error.WriteLine(Request.Usage);
            return 2;
        }

        var page = new Page(output);
        if (request.OnlyList)
            page.Lines(Catalogue.Index);
        else
            Teach(request, page);
        return 0;
    }

    private static void Teach(Request request, Page page)
    {
        foreach (var lesson in request.Lessons)
        {
            page.Heading($"({lesson.Name}) {lesson.Title}");
            lesson.Print(page);
            var files = lesson.Draw().Select(drawing => drawing.Save(request.Folder));
            page.Lines(["Drawings: " + string.Join(", ", files)]);
        }
    }
}
