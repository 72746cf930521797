using Lessons;
using Xunit;

namespace Descent.Properties;

public sealed class LessonProgramTests
{
    [Theory]
    [InlineData("z")]
    [InlineData("a", "A")]
    [InlineData("--out")]
    [InlineData("--fast")]
    public void A_wrong_argument_gives_a_message_and_exit_code_2(params string[] args)
    {
        var (code, output, error) = Run(args);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(args[^1], error, StringComparison.Ordinal);
        Assert.Contains("Usage:", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_lesson_is_answered_with_the_lessons_there_are() =>
        Assert.Contains("a, b, c, d, e, f, g, h", Run("z").Error, StringComparison.Ordinal);

    [Fact]
    public void The_list_has_a_line_for_each_lesson()
    {
        var (code, output, _) = Run("--list");

        Assert.Equal(0, code);
        Assert.Equal(
            Catalogue.Lessons.Select(lesson => $"{lesson.Name}  {lesson.Title}"),
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Lessons_run_in_the_order_named_and_say_which_files_they_wrote()
    {
        var folder = Directory.CreateTempSubdirectory("lessons").FullName;
        var (code, output, error) = Run("d", "a", "--out", folder);

        Assert.Equal(0, code);
        Assert.Empty(error);
        var headings = output.Split('\n').Where(line => line.StartsWith('('));
        Assert.Equal(["(d)", "(a)"], headings.Select(line => line[..3]));
        var files = Directory.GetFiles(folder);
        Assert.Equal(3, files.Length);
        Assert.All(files, file => Assert.Contains(file, output, StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Without_a_name_all_lessons_run()
    {
        var (request, _) = Request.Parse([]);
        Assert.Equal(Catalogue.Lessons, request!.Lessons);
        Assert.Equal(Path.Combine("artifacts", "lessons"), request.Folder);
    }

    [Fact]
    public void Two_runs_print_the_same_whatever_the_culture() =>
        Assert.Equal(LessonPages.All.Value, CommaHabits.In(LessonPages.Print));

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = LessonProgram.Run(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
