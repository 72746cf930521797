using FsCheck;
using FsCheck.Fluent;

namespace Descent.Properties;

/// <summary>How the objectives, starts and rates of training laws are drawn.</summary>
public static class TrainingGenerators
{
    private static readonly Gen<double> Coordinate = Generators.Finite().Generator.Select(x => x / 100);

    // From 0.1 to 10: the condition is at most 100, and laws may wait for convergence.
    private static readonly Gen<double> Eigenvalue =
        Generators.UnitReal().Generator.Select(u => 0.1 + (9.9 * u * u));

    /// <summary>Quadratics of dimension 1 to 6: eigenvalues from 0.1 to 10, coordinates up to 10.</summary>
    public static Arbitrary<Bowl> Bowl() => Arb.From(
        from dimension in Gen.Choose(1, 6)
        from eigenvalues in Eigenvalue.ArrayOf(dimension)
        from count in Gen.Choose(0, 2)
        from mirrors in Mirror(dimension).ArrayOf(count)
        from center in Coordinate.ArrayOf(dimension)
        from start in Coordinate.ArrayOf(dimension)
        select new Bowl(Vector.From(eigenvalues.Order()), mirrors, Vector.Of(center), Vector.Of(start)),
        Simpler);

    /// <summary>Rates from 1 % of what a law permits up to all of it.</summary>
    public static Arbitrary<RateShare> RateShare() => Arb.From(
        Generators.UnitReal().Generator.Select(u => new RateShare(0.01 + (0.99 * u))),
        share => share.Value < 1 ? [new(1)] : []);

    /// <summary>Decays of a memory: 0, 0.9, or from 0 to 0.99.</summary>
    public static Arbitrary<Decay> Decay() => Arb.From(
        Gen.Frequency(
            (1, Gen.Elements(0, 0.5, 0.9, 0.99)),
            (2, Generators.UnitReal().Generator.Select(u => 0.99 * u))).Select(d => new Decay(d)),
        decay => decay.Value is 0 ? [] : [new(0)]);

    private static Gen<Vector> Mirror(int dimension) =>
        Coordinate.ArrayOf(dimension).Select(v => Vector.Of([v[0] + (v[0] < 0 ? -1 : 1), .. v[1..]]));

    private static IEnumerable<Bowl> Simpler(Bowl bowl)
    {
        if (bowl.Mirrors.Count > 0)
            yield return new(bowl.Eigenvalues, [], bowl.Center, bowl.Start);
        if (bowl.Center.NormInf > 0)
            yield return new(bowl.Eigenvalues, bowl.Mirrors, Vector.Zeros(bowl.Dimension), bowl.Start);
        if (bowl.Mirrors.Count == 0 && bowl.Dimension > 1)
        {
            yield return new(Tail(bowl.Eigenvalues), [], Tail(bowl.Center), Tail(bowl.Start));
            yield return new(Head(bowl.Eigenvalues), [], Head(bowl.Center), Head(bowl.Start));
        }
    }

    private static Vector Tail(Vector v) => Vector.Create(v.AsSpan()[1..]);

    private static Vector Head(Vector v) => Vector.Create(v.AsSpan()[..^1]);
}
