using Lessons;

namespace Descent.Properties;

/// <summary>What the lessons print, by name, printed once for all tests.</summary>
internal static class LessonPages
{
    public static Lazy<IReadOnlyDictionary<string, string>> All { get; } = new(Print);

    public static IReadOnlyDictionary<string, string> Print() =>
        Catalogue.Lessons.ToDictionary(lesson => lesson.Name, Printed);

    private static string Printed(ILesson lesson)
    {
        using var writer = new StringWriter();
        lesson.Print(new Page(writer));
        return writer.ToString();
    }
}
