using System.Numerics;
using Xunit;

namespace Descent.Properties;

/// <summary>The sum of logistic losses that takes one logarithm for many rows keeps every digit.</summary>
/// <remarks>
/// <para>All parts are at least 0, so relative errors do not grow in sums. In a lane of m rows, a growth
/// e^−|s| has an error below 1.4 u (0.7 ulp) and goes through two roundings with each row from its own on.
/// The logarithm of 1 + q makes an error of q no greater, as q / ((1 + q) log(1 + q)) ≤ 1, and adds 1.4 u of
/// its own. Then come the sum with the lines, three additions of the lanes, and one for each level of the
/// tree over chunks: 2 m + 6.8 + depth. A line (1 − y) s is exact for y = 0 and 1, and has fewer.</para>
/// <para>With weights each row has its own logarithm: 1.4 + 1.4, the sum with the line, the weight, m
/// additions of the lane, and the same three and depth.</para>
/// </remarks>
public sealed class LogisticSumLaws
{
    // Beyond 37, 1 + e^−|s| is 1; at 700, e^−|s| is 10⁻³⁰⁴.
    private static readonly double[] Distances =
        [0.0, 1e-9, 0.1, 0.7, 1, 2.5, 8, 17.25, 30, 36, 37, 38, 50, 100.5, 333, 700];

    private static readonly Sample[] Right =
        [.. Distances.SelectMany(s => new[] { Known(s, 1), Known(-s, 0) })];

    private static readonly Sample[] Wrong =
        [.. Distances.SelectMany(s => new[] { Known(-s, 1), Known(s, 0) })];

    public static TheoryData<int> RowCounts => [1, 2, 8, 9, 31, 255, 256, 257, 700, 20_000];

    [Theory]
    [MemberData(nameof(RowCounts))]
    public void Tiny_losses_add_up_to_their_sum(int rows)
    {
        foreach (var least in new[] { 30, 100, 700 })
            AssertSum([.. Right.Where(row => Math.Abs(row.Score) >= least)], rows);
    }

    [Theory]
    [MemberData(nameof(RowCounts))]
    public void Losses_of_all_sizes_add_up_to_their_sum(int rows)
    {
        AssertSum(Right, rows);
        AssertSum(Wrong, rows);
        AssertSum([.. Right, .. Wrong], rows);
        AssertSum([Known(0, 1)], rows);
    }

    private static void AssertSum(Sample[] cases, int rows)
    {
        // Steps of 7 visit all cases, unless their number is a multiple of 7.
        var chosen = Enumerable.Range(0, rows).Select(i => cases[i * 7 % cases.Length]).ToArray();
        var features = Matrix.From(rows, 1, (i, _) => chosen[i].Score);
        var targets = Vector.From(chosen.Select(row => row.Target));
        var lane = Math.Min((rows + 7) / 8, RowTree.ChunkRows / 8);
        var chunks = (rows + RowTree.ChunkRows - 1) / RowTree.ChunkRows;
        var depth = BitOperations.Log2((uint)chunks) + (BitOperations.IsPow2(chunks) ? 0 : 1);

        AssertWithin(
            new Dataset(features, targets),
            chosen.Aggregate(BigInteger.Zero, (sum, row) => sum + row.Loss),
            (2 * lane) + 7 + depth);

        var weights = Enumerable.Range(0, rows).Select(i => 1 + (i % 3)).ToArray();
        AssertWithin(
            new Dataset(features, targets, Vector.From(weights.Select(c => (double)c))),
            chosen.Zip(weights).Aggregate(
                BigInteger.Zero, (sum, row) => sum + (row.Second * row.First.Loss)),
            lane + 8 + depth);
    }

    /// <summary>Asserts the loss to so many half units, and one for what they make of each other.</summary>
    private static void AssertWithin(Dataset data, BigInteger sum, int halfUnits)
    {
        var risk = new EmpiricalRisk(data, Loss.Logistic, null, Reduction.Sum, bias: false);
        var loss = risk.Evaluate([1]).Loss;
        Assert.True(
            ExactLogistic.IsWithin(loss, sum, halfUnits + 1),
            FormattableString.Invariant($"{data}: {loss:R} is not within {halfUnits} half units"));
    }

    private static Sample Known(double score, double target) =>
        new(score, target, ExactLogistic.Value(score, target));

    private readonly record struct Sample(double Score, double Target, BigInteger Loss);
}
