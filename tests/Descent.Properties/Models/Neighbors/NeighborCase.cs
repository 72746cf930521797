using Descent.Models;
using FsCheck;
using FsCheck.Fluent;

namespace Descent.Properties;

/// <summary>Rows to learn from, points to ask about, and settings.</summary>
/// <param name="Data">Up to 80 rows of three classes: scattered, on a grid, repeated, or on a line.</param>
/// <param name="Points">Some of the rows themselves, and others.</param>
/// <param name="Settings">k, weights, and a distance that a tree can bound.</param>
public sealed record NeighborCase(Dataset Data, Matrix Points, KNearestClassifier Settings)
{
    public NeighborVoteModel Searched(NeighborSearch search) =>
        (Settings with { Search = search }).Fit(Data).Model;

    public override string ToString() => $"{Settings}: {DomainText.Of(Data, [])}\n{Points}";
}

/// <summary>How <see cref="NeighborCase"/> is drawn and shrunk.</summary>
public static class NeighborCases
{
    private const int MaxRows = 80;
    private const int MaxFeatures = 10;

    private static readonly Distance[] Distances =
    [
        Distance.Euclidean, Distance.Euclidean, Distance.Manhattan, Distance.Chebyshev,
        Distance.Minkowski(1.5), Distance.Minkowski(3),
    ];

    private static readonly Gen<double> Fraction =
        Gen.Choose(-(1 << 29), 1 << 29).Select(i => i / (1.4 * (1 << 27)));

    // The same points near 0, at usual sizes, far from 0, and where squares underflow or overflow.
    private static readonly Gen<(double Scale, double Shift)> Places = Gen.Elements(
        (1.0, 0.0), (1.0, 0.0), (1.0, 1e8), (0.1, 0.3), (1e-165, 0.0), (1e160, 0.0), (1e-320, 0.0));

    public static Arbitrary<NeighborCase> NeighborCase() => Arb.From(
        from count in Gen.Choose(1, MaxRows)
        from columns in Gen.Choose(1, MaxFeatures)
        from rows in Rows(count, columns)
        from place in Places
        from targets in Gen.Choose(0, 2).ArrayOf(count)
        from weights in Gen.Frequency((2, Gen.Constant<int[]?>(null)), (1, Gen.Choose(0, 3).ArrayOf(count)!))
        from k in Gen.Choose(1, Math.Min(count, 20))
        from points in Rows(5, columns)
        from kind in Gen.Elements(Enum.GetValues<NeighborWeights>())
        from distance in Gen.Elements(Distances)
        select Case(
            [.. rows.Select(At(place))], targets, weights, [.. points.Select(At(place))],
            new KNearestClassifier(k) { Weights = kind, Distance = distance }),
        Smaller);

    private static Gen<double[][]> Rows(int count, int columns) => Gen.OneOf(
        Fraction.ArrayOf(columns).ArrayOf(count),
        Gen.Choose(0, 2).Select(i => (double)i).ArrayOf(columns).ArrayOf(count),
        from few in Fraction.ArrayOf(columns).ArrayOf(3)
        from chosen in Gen.Choose(0, 2).ArrayOf(count)
        select chosen.Select(i => few[i]).ToArray(),
        from direction in Fraction.ArrayOf(columns)
        from steps in Gen.Choose(-5, 5).ArrayOf(count)
        select steps.Select(step => direction.Select(x => step * x).ToArray()).ToArray());

    private static Func<double[], double[]> At((double Scale, double Shift) place) =>
        row => [.. row.Select(x => (x * place.Scale) + place.Shift)];

    private static NeighborCase Case(
        double[][] rows, int[] targets, int[]? weights, double[][] points, KNearestClassifier settings)
    {
        // Weights that cannot fill the places become 1.
        var whole = weights is null || weights.Sum() < settings.K ? null : weights;
        var data = new Dataset(
            Matrix.FromRows(rows),
            Vector.From(targets.Select(y => (double)y)),
            whole is null ? null : Vector.From(whole.Select(c => (double)c)));
        return new(data, Matrix.FromRows(points.Concat(rows.Take(5))), settings);
    }

    private static IEnumerable<NeighborCase> Smaller(NeighborCase one)
    {
        var rows = Enumerable.Range(0, one.Data.Count).ToArray();
        return new[] { rows[..(rows.Length / 2)], rows[(rows.Length / 2)..], rows[1..], rows[..^1] }
            .Where(part => part.Length < rows.Length && part.Sum(i => one.Data.Weights[i]) >= one.Settings.K)
            .Select(part => one with { Data = one.Data.Select(part) });
    }
}
