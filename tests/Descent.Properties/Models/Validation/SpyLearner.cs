using Descent.Models;

namespace Descent.Properties;

/// <summary>Keeps what another learner is given; asks for the number of a row in its first feature.</summary>
internal sealed class SpyLearner(ILearner inner) : ILearner
{
    /// <summary>The row numbers of each fit, in order.</summary>
    public List<int[]> Seen { get; } = [];

    /// <summary>Row i has the feature i, the target i mod 7, and so the class i mod 2 of 2.</summary>
    public static Dataset Numbered(int rows, int classes = 7) => new(
        Matrix.From(rows, 1, (i, _) => i),
        Vector.From(Enumerable.Range(0, rows).Select(i => (double)(i % classes))));

    public static int[] RowsOf(Dataset data) => [.. data.Features.Column(0).Select(x => (int)x)];

    public IFit<IModel> Fit(Dataset data)
    {
        Seen.Add(RowsOf(data));
        return inner.Fit(data);
    }

    public override string ToString() => "spy";
}
