using System.Collections.Immutable;

namespace Lessons;

/// <summary>All lessons, in the order to read them.</summary>
public static class Catalogue
{
    /// <summary>The lessons.</summary>
    public static ImmutableArray<ILesson> Lessons { get; } =
    [
        new ParabolaLesson(),
        new LineLesson(),
        new MiniBatchLesson(),
        new PerSampleLineLesson(),
        new PerSampleQuadraticLesson(),
        new PerSampleLogisticLesson(),
        new FullBatchLogisticLesson(),
        new CoinTossLesson(),
        new WrongGradientLesson(),
        new ScheduleLesson(),
        new RaceLesson(),
        new MinimizerLesson(),
        new BoundaryLesson(),
        new ModelsLesson(),
    ];

    /// <summary>The names: <c>a, b, …</c></summary>
    public static string Names => string.Join(", ", Lessons.Select(lesson => lesson.Name));

    /// <summary>One line per lesson.</summary>
    public static IEnumerable<string> Index => Lessons.Select(lesson => $"{lesson.Name}  {lesson.Title}");

    /// <summary>The lesson of a name, or null.</summary>
    public static ILesson? Find(string name) => Lessons.FirstOrDefault(lesson => lesson.Name == name);
}
