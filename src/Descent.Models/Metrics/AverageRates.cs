namespace Descent.Models;

/// <summary>Precision, recall and F1, each one number for all classes.</summary>
/// <remarks>F1 is the mean of the classes' own, not the harmonic mean of the other two.</remarks>
public sealed record AverageRates
{
    internal AverageRates(double precision, double recall, double f1) =>
        (Precision, Recall, F1) = (precision, recall, f1);

    /// <summary>Of the predictions of a class, the share that are right.</summary>
    public double Precision { get; }

    /// <summary>Of the rows of a class, the share that are found.</summary>
    public double Recall { get; }

    /// <summary>The harmonic mean of precision and recall of a class.</summary>
    public double F1 { get; }

    /// <summary>The three rates.</summary>
    public override string ToString() =>
        Guard.Text($"precision {Precision:G6}, recall {Recall:G6}, F1 {F1:G6}");
}
