using System.Text.Json;
using Lessons;
using Xunit;
using static Descent.Properties.LessonSource;

namespace Descent.Properties;

public sealed class MiniBatchLessonTests
{
    private static readonly JsonElement Source = Json("c_line_minibatch.json");
    private static readonly Lazy<IReadOnlyList<State<NoMemory>>> WrittenOut =
        new(() => [.. MiniBatchLesson.Descend(MiniBatchLesson.WrittenOut)]);
    private static readonly Lazy<IReadOnlyList<State<NoMemory>>> Batched =
        new(() => [.. MiniBatchLesson.Descend(MiniBatchLesson.Batched)]);

    [Fact]
    public void There_is_one_batch_of_three_different_rows_for_each_update()
    {
        Assert.Equal(Source.Number("n_iter"), LessonData.Batches.Count);
        Assert.All(LessonData.Batches, rows => Assert.Equal(3, rows.Distinct().Count()));
    }

    [Fact]
    public void The_batches_are_the_first_halves_of_the_permutations_of_the_source()
    {
        var batches = Source.Elements("batch_indices_first_20").Select(Rows).ToArray();

        Assert.Equal(batches, Source.Elements("permutations_first_20").Select(order => Rows(order)[..3]));
        Assert.Equal(batches, LessonData.Batches.Take(20));
    }

    [Fact]
    public void Every_row_written_out_is_that_of_the_source_bit_for_bit()
    {
        var updates = MiniBatchLesson.Updates(WrittenOut.Value).ToArray();
        Assert.All(Shown(), row => AssertSameBits(Numbers(row), Numbers(updates[Number(row) - 1])));
        Assert.All(
            Shown(), row => Assert.Equal(Rows(row.GetProperty("indices")), updates[Number(row) - 1].Rows));
        AssertSameBits(Final(), WrittenOut.Value[^1].Parameters.Append(updates[^1].FullLoss));
    }

    [Fact]
    public void Every_row_on_the_librarys_batches_is_that_of_the_source()
    {
        var updates = MiniBatchLesson.Updates(Batched.Value).ToArray();
        Assert.All(Shown(), row => AssertNear(Numbers(row), Numbers(updates[Number(row) - 1])));
        AssertNear(Final(), Batched.Value[^1].Parameters.Append(updates[^1].FullLoss));
    }

    [Fact]
    public void The_stop_rule_never_fires()
    {
        Assert.Equal(JsonValueKind.Null, Source.GetProperty("stop").ValueKind);
        Assert.Equal(Source.Number("iterations_run"), WrittenOut.Value[^1].Step);
        Assert.Equal(Source.Number("iterations_run"), Batched.Value[^1].Step);
    }

    [Fact]
    public void The_librarys_batches_see_the_rows_of_the_list() =>
        Assert.Equal(
            LessonData.Batches,
            Enumerable.Range(0, 100_000).Select(k => MiniBatchLesson.Batched.RowsAt(k).ToArray()));

    [Fact]
    public void After_the_last_part_an_objective_in_turn_begins_again() =>
        Assert.Equal(
            MiniBatchLesson.WrittenOut.At(7).Evaluate([0.3, 2]),
            MiniBatchLesson.WrittenOut.At(100_007).Evaluate([0.3, 2]));

    private static IEnumerable<JsonElement> Shown() =>
        [.. Source.Elements("first_10"), .. Source.Elements("every_10000")];

    private static int Number(JsonElement row) => row.GetProperty("n").GetInt32();

    private static int[] Rows(JsonElement rows) => [.. rows.EnumerateArray().Select(row => row.GetInt32())];

    private static double[] Final()
    {
        var final = Source.GetProperty("final");
        return [final.Number("a"), final.Number("b"), final.Number("full_loss")];
    }

    private static double[] Numbers(JsonElement row) =>
    [
        row.Number("batch_loss_before_update"),
        row.Number("a"),
        row.Number("b"),
        row.Number("full_loss_after_update"),
    ];

    private static double[] Numbers(MiniBatchLesson.Update update) =>
        [update.BatchLoss, update.Parameters[0], update.Parameters[1], update.FullLoss];
}
