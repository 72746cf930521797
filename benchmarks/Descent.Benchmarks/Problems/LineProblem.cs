namespace Descent.Benchmarks;

/// <summary>The six points that README fits a line to.</summary>
internal static class LineProblem
{
    /// <summary>The name of its file.</summary>
    public const string Name = "line-6x1";

    /// <summary>A rate at which descent on it converges.</summary>
    public const double Rate = 0.0008;

    /// <summary>The points.</summary>
    public static Problem Draw() => new(Name, 6, 1, [5, 15, 25, 35, 45, 55], [5, 20, 14, 32, 22, 38]);
}
