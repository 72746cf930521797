using Descent.Linq;
using Xunit;

namespace Descent.Properties;

/// <summary>The number of threads changes no bit of an evaluation.</summary>
public sealed class ParallelLaws
{
    // As many numbers in a row that chunks of 256 rows are worth threads.
    private const int Wide = 250;

    private static readonly int[] Degrees = [1, 2, 3, 7];

    private static readonly ILoss[] Losses =
        [Loss.Squared, Loss.Logistic, Loss.SquaredHinge, DescentRuns.OwnLoss];

    /// <summary>One row around the edges of chunks; from 257 rows on, threads are used.</summary>
    public static TheoryData<int> RowCounts =>
        [1, 7, 255, 256, 257, 258, 511, 512, 513, 767, 768, 769, 1025, 2300];

    [Theory]
    [MemberData(nameof(RowCounts))]
    public void Any_number_of_threads_gives_the_bits_of_one(int rows)
    {
        var data = Waves.Data(rows, Wide);
        foreach (var loss in Losses)
            AssertEqualBits(degree => new EmpiricalRisk(data, loss, maxDegreeOfParallelism: degree));

        var weighted = Waves.Weighted(rows, Wide);
        AssertEqualBits(degree => new EmpiricalRisk(
            weighted, Loss.Logistic, new L2(0.1), Reduction.Sum, bias: false, degree));
    }

    [Fact]
    public void Rows_by_the_thousand_are_summed_in_the_documented_order_on_any_number_of_threads()
    {
        var data = Waves.Data(9000, 9);
        int[] all = [.. Enumerable.Range(0, data.Count)];
        var expected = DocumentedOrder.Evaluate(
            new EmpiricalRisk(data, Loss.Logistic), Waves.Parameters(10), all);
        foreach (var degree in Degrees)
        {
            var risk = new EmpiricalRisk(data, Loss.Logistic, maxDegreeOfParallelism: degree);
            Bits.Equal(expected, risk.Evaluate(Waves.Parameters(10)));
        }
    }

    [Fact]
    public void Rows_too_many_for_a_cache_are_no_exception()
    {
        var data = Waves.Data(2300, Wide);
        var view = data.Select(Enumerable.Range(0, 2300).Reverse());
        AssertEqualBits(degree => new EmpiricalRisk(view, Loss.Logistic, maxDegreeOfParallelism: degree));
        foreach (var rows in new[] { data, view })
        {
            AssertEqualBits(degree => new MiniBatches(
                new EmpiricalRisk(rows, Loss.Logistic, maxDegreeOfParallelism: degree), 600, 1).At(1));
        }
    }

    [Theory]
    [InlineData(257)]
    [InlineData(700)]
    public void Batches_and_views_are_summed_alike_on_any_number_of_threads(int size)
    {
        var data = Waves.Weighted(800, Wide);
        var view = data.Select(Enumerable.Range(0, 1000).Select(i => (i * 7) % 800));
        foreach (var sampling in Enum.GetValues<Sampling>())
        {
            AssertEqualBits(degree => new MiniBatches(
                new EmpiricalRisk(view, Loss.Logistic, maxDegreeOfParallelism: degree), size, 1, sampling)
                .At(1));
        }

        int[] list = [.. Enumerable.Range(0, size).Select(i => i / 2)];
        AssertEqualBits(degree => new MiniBatches(
            new EmpiricalRisk(data, Loss.Squared, maxDegreeOfParallelism: degree), [list]).At(0));
    }

    [Fact]
    public void A_run_has_the_bits_of_a_run_on_one_thread_drawn_or_skipped()
    {
        var data = Waves.Data(600, Wide);
        var runs = Degrees.Select(degree => new GradientDescent(0.1).Minimize(
            new MiniBatches(new EmpiricalRisk(data, Loss.Logistic, maxDegreeOfParallelism: degree), 300, 1),
            Waves.Parameters(Wide + 1))).ToArray();
        var expected = runs[0].Take(7).ToArray();
        Assert.All(runs, run =>
        {
            PlainRun.AssertEqual(expected, [.. run.Take(7)]);
            PlainRun.AssertEqual([expected[0], expected[6]], [.. run.Every(6).Take(2)]);
        });
    }

    [Fact]
    public void More_threads_than_there_can_be_are_no_mistake()
    {
        var data = Waves.Data(600, Wide);
        Bits.Equal(
            new EmpiricalRisk(data, Loss.Logistic).Evaluate(Waves.Parameters(Wide + 1)),
            new EmpiricalRisk(data, Loss.Logistic, maxDegreeOfParallelism: int.MaxValue)
                .Evaluate(Waves.Parameters(Wide + 1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void Fewer_threads_than_one_are_refused(int degree)
    {
        var data = Waves.Data(3, 2);
        Refusals.Names("maxDegreeOfParallelism", (long)degree, () =>
            new EmpiricalRisk(data, Loss.Squared, maxDegreeOfParallelism: degree));
        Assert.Equal(1, new EmpiricalRisk(data, Loss.Squared).MaxDegreeOfParallelism);
        Assert.Equal(
            5, new EmpiricalRisk(data, Loss.Squared, maxDegreeOfParallelism: 5).MaxDegreeOfParallelism);
    }

    private static void AssertEqualBits(Func<int, IObjective> make) => InTime.Run(() =>
    {
        var parameters = Waves.Parameters(make(1).Dimension);
        var expected = make(1).Evaluate(parameters);
        foreach (var degree in Degrees)
        {
            // Twice, since threads meet in another order each time.
            Bits.Equal(expected, make(degree).Evaluate(parameters));
            Bits.Equal(expected, make(degree).Evaluate(parameters));
        }
    });
}
