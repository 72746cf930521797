using System.Collections.Immutable;
using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>Which rows a batch holds.</summary>
public sealed class MiniBatchesRowsLaws
{
    public static TheoryData<Sampling> Samplings => [.. Enum.GetValues<Sampling>()];

    [Property]
    public void The_batches_of_an_epoch_part_the_rows(SmallCount rows, SmallCount size, long seed, byte epoch)
    {
        foreach (var sampling in new[] { Sampling.Shuffled, Sampling.Sequential })
        {
            var batches = Batches(rows, size, seed, sampling);
            var all = Epoch(batches, epoch);
            Assert.Equal(Enumerable.Range(0, rows), all.Order());
            if (sampling == Sampling.Sequential)
                Assert.Equal(Enumerable.Range(0, rows), all);
        }
    }

    [Property]
    public void An_epoch_has_as_many_steps_as_the_rows_need(SmallCount rows, SmallCount size, long seed)
    {
        var batches = Batches(rows, size, seed, Sampling.Shuffled);
        var whole = Math.Min(size, rows);
        Assert.Equal((rows + whole - 1) / whole, batches.StepsPerEpoch);
        for (var step = 0; step < 2 * batches.StepsPerEpoch; step++)
        {
            var isLast = step % batches.StepsPerEpoch == batches.StepsPerEpoch - 1;
            var expected = isLast ? rows - ((batches.StepsPerEpoch - 1) * whole) : whole;
            Assert.Equal(expected, batches.RowsAt(step).Length);
        }
    }

    [Property]
    public void A_batch_depends_on_seed_and_step_alone(SmallCount rows, SmallCount size, long seed)
    {
        foreach (var sampling in Enum.GetValues<Sampling>())
        {
            var steps = Enumerable.Range(0, 30).Select(step => (long)step).ToArray();
            var forward = Batches(rows, size, seed, sampling);
            var backward = Batches(rows, size, seed, sampling);
            var expected = steps.Select(step => forward.RowsAt(step).AsEnumerable()).ToArray();
            var reversed = steps.Reverse().Select(step => backward.RowsAt(step).AsEnumerable()).Reverse();
            Assert.Equal(expected, reversed);
            Assert.Equal(expected[7], forward.RowsAt(7));
        }
    }

    [Theory]
    [MemberData(nameof(Samplings))]
    public void Any_number_of_threads_see_the_same_batches(Sampling sampling)
    {
        var shared = Batches(50, 8, 3, sampling);
        var expected = Enumerable.Range(0, 400)
            .Select(step => Batches(50, 8, 3, sampling).RowsAt(step).AsEnumerable()).ToArray();
        var actual = new IEnumerable<int>[expected.Length];

        // Steps far apart at once, so that threads pull the remembered epoch to and fro.
        Parallel.For(0, actual.Length, k =>
        {
            var step = k * 149 % actual.Length;
            actual[step] = shared.RowsAt(step);
        });

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Runs_an_epoch_apart_shuffle_every_epoch_once_between_them()
    {
        const int rows = 50_000;
        var batches = Batches(rows, rows / 10, 1, Sampling.Shuffled);
        var run = new GradientDescent(0.01).Minimize(batches, [0, 0, 0]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(30, run.Zip(run.Skip(10)).Take(30).Count(pair => pair.First.Step < pair.Second.Step));
        var orders = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)(rows * sizeof(int));

        // Four epochs are shuffled, and the steps of 3 and of 4 take their batches out of them: eleven times
        // all rows. Shuffling again whenever the other run has asked would be sixty more.
        Assert.InRange(orders, 4, 14);
    }

    [Fact]
    public void Every_epoch_has_an_order_of_its_own_and_so_has_every_seed()
    {
        // Ten random orders of 20 rows have two alike with a chance below 45 / 20! = 2e-17.
        var epochs =
            Enumerable.Range(0, 10).Select(epoch => Text(Epoch(Batches(20, 6, 1, Sampling.Shuffled), epoch)));
        Assert.Equal(10, epochs.Distinct().Count());
        foreach (var sampling in new[] { Sampling.Shuffled, Sampling.WithReplacement })
        {
            var seeds =
                Enumerable.Range(0, 10).Select(seed => Text(Epoch(Batches(20, 6, seed, sampling), 0)));
            Assert.Equal(10, seeds.Distinct().Count());
        }
    }

    [Fact]
    public void Draws_with_replacement_are_uniform_and_repeat()
    {
        const int rows = 16;
        const int steps = 4000;
        var batches = Batches(rows, 5, 7, Sampling.WithReplacement);
        var counts = new int[rows];
        var repeats = 0;
        for (var step = 0; step < steps; step++)
        {
            var drawn = batches.RowsAt(step);
            Assert.Equal(5, drawn.Length);
            repeats += drawn.Distinct().Count() < 5 ? 1 : 0;
            foreach (var row in drawn)
                counts[row]++;
        }

        // P(χ²ₖ ≥ k + 2 √(k t) + 2 t) ≤ e⁻ᵗ (Laurent, Massart 2000): k = 15, t = 20 leaves 2e-9.
        var expected = 5.0 * steps / rows;
        var chiSquare = counts.Sum(count => (count - expected) * (count - expected) / expected);
        Assert.InRange(chiSquare, 0, 15 + (2 * Math.Sqrt(15 * 20)) + 40);

        // Five draws of 16 are distinct with probability 16·15·14·13·12 / 16⁵ = ½; 4000 of them leave 6.5 σ =
        // 206.
        Assert.InRange(repeats, 2000 - 206, 2000 + 206);
    }

    [Fact]
    public void A_shuffled_row_is_in_the_first_batch_as_often_as_its_share()
    {
        // Binomial(2000, ¼), 6.5 σ = 126, for each of 8 rows.
        var batches = Batches(8, 2, 5, Sampling.Shuffled);
        var counts = new int[8];
        for (var epoch = 0; epoch < 2000; epoch++)
        {
            foreach (var row in batches.RowsAt((long)epoch * batches.StepsPerEpoch))
                counts[row]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 500 - 126, 500 + 126));
    }

    [Fact]
    public void A_size_beyond_the_rows_is_all_of_them()
    {
        foreach (var sampling in new[] { Sampling.Shuffled, Sampling.Sequential })
        {
            var batches = Batches(5, 1000, 1, sampling);
            Assert.Equal(1, batches.StepsPerEpoch);
            Assert.Equal([0, 1, 2, 3, 4], batches.RowsAt(17).AsEnumerable());
        }

        Assert.Equal(5, Batches(5, 1000, 1, Sampling.WithReplacement).RowsAt(0).Length);
    }

    [Theory]
    [MemberData(nameof(Samplings))]
    public void Steps_may_be_as_large_as_they_come(Sampling sampling)
    {
        var rows = Batches(10, 3, 1, sampling).RowsAt(long.MaxValue);
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.InRange(row, 0, 9));
    }

    [Fact]
    public void Lists_come_in_turn_and_from_the_first_again()
    {
        var batches = new MiniBatches(Risk(4), [[2, 0], [3], [1, 1, 2]]);
        Assert.Equal(3, batches.StepsPerEpoch);
        Assert.Equal([2, 0], batches.RowsAt(0).AsEnumerable());
        Assert.Equal([3], batches.RowsAt(1).AsEnumerable());
        Assert.Equal([1, 1, 2], batches.RowsAt(2).AsEnumerable());
        Assert.Equal([2, 0], batches.RowsAt(3).AsEnumerable());
        Assert.Equal([3], batches.RowsAt(3_000_000_001).AsEnumerable());
    }

    [Fact]
    public void Lists_are_copied()
    {
        int[][] lists = [[2, 0], [3]];
        var batches = new MiniBatches(Risk(4), lists);
        (lists[0][0], lists[1]) = (1, [0, 0]);
        Assert.Equal([2, 0], batches.RowsAt(0).AsEnumerable());
        Assert.Equal([3], batches.RowsAt(1).AsEnumerable());
    }

    private static EmpiricalRisk Risk(int rows) => new(Waves.Data(rows, 2), Loss.Squared);

    private static MiniBatches Batches(int rows, int size, long seed, Sampling sampling) =>
        new(Risk(rows), size, new Seed(seed), sampling);

    private static ImmutableArray<int> Epoch(MiniBatches batches, int epoch) =>
        [.. Enumerable.Range(0, batches.StepsPerEpoch)
            .SelectMany(step => batches.RowsAt(((long)epoch * batches.StepsPerEpoch) + step))];

    private static string Text(ImmutableArray<int> rows) => string.Join(',', rows);
}
