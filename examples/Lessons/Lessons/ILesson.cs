namespace Lessons;

/// <summary>One lesson: numbers to print, and drawings of them.</summary>
public interface ILesson
{
    /// <summary>The letter by which it is asked for.</summary>
    string Name { get; }

    /// <summary>What it is about, in one line.</summary>
    string Title { get; }

    /// <summary>Says what is to be learnt, and prints the numbers.</summary>
    void Print(Page page);

    /// <summary>The drawings.</summary>
    IEnumerable<Drawing> Draw();
}
