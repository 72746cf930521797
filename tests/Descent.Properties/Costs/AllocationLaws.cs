using Descent.Linq;
using Xunit;

namespace Descent.Properties;

/// <summary>What a step takes from the heap does not grow: no clock tells it, the heap does.</summary>
public sealed class AllocationLaws
{
    // One object more in each of forty states, were it the least there is, would take 960.
    private const long Slack = 512;

    public static TheoryData<string> Costs => [.. StateCost.Table.Select(cost => cost.Name)];

    [Theory]
    [MemberData(nameof(Costs))]
    public void A_state_takes_no_more_than_its_numbers_need(string name)
    {
        const int states = 40;
        var cost = StateCost.Table.Single(row => row.Name == name);
        // The shortest epoch has 32 steps.
        var epochs = (states / 32) + 1;
        Assert.InRange(
            Bytes.TakenByStates(cost.Run(), states),
            states,
            (states * cost.OfState) + (epochs * cost.OfEpoch) + Slack);
    }

    [Fact]
    public void A_state_of_the_six_point_line_takes_at_most_160_bytes() =>
        Assert.InRange(StateCost.Table[0].OfState, 1, 160);

    [Theory]
    [InlineData(1, 250)]
    [InlineData(1, 4000)]
    [InlineData(64, 250)]
    [InlineData(64, 4000)]
    public void An_epoch_takes_its_order_and_a_few_vectors_however_many_steps_it_has(int size, int rows)
    {
        const int features = 40;
        const int epochs = 3;
        var batches = new MiniBatches(new EmpiricalRisk(Waves.Data(rows, features), Loss.Logistic), size, 1);
        var run = new GradientDescent(0.01).Minimize(batches, Vector.Zeros(features + 1)).EveryEpoch();
        // A state; a buffer for parameters, gradient, and a row's work; the order and what remembers it.
        var ofEpoch = Bytes.OfState + (7 * Bytes.OfVector(features + 1)) + Bytes.OfRows(rows) + 40;
        Assert.InRange(
            Bytes.TakenByStates(run, epochs), epochs * Bytes.OfRows(rows), (epochs * ofEpoch) + Slack);
    }

    [Fact]
    public void Skipped_steps_take_nothing()
    {
        var risk = new EmpiricalRisk(Waves.Data(30, 5), Loss.Logistic, new L2(0.1));
        foreach (var objective in new IObjective[] { risk, new MiniBatches(risk, 7, 1, Sampling.Sequential) })
        {
            var run = new GradientDescent(0.01).Minimize(objective, Vector.Zeros(6));
            Assert.Equal(
                Bytes.TakenByStates(run.Every(10), 3), Bytes.TakenByStates(run.Every(1000), 3));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_evaluation_takes_its_gradient_however_many_rows_there_are(int threads)
    {
        const int features = 63;
        var parameters = Waves.Parameters(features + 1);
        // Two threads share a job, a copy of the weights, and nothing for each row.
        var shared = threads > 1 ? 1024 + Bytes.OfVector(features + 8) : 0;
        foreach (var rows in new[] { 1100, 4400 })
        {
            var data = Waves.Data(rows, features);
            var risk = new EmpiricalRisk(data, Loss.Logistic, maxDegreeOfParallelism: threads);
            Assert.InRange(
                Bytes.TakenBy(() => risk.Evaluate(parameters)),
                1,
                Bytes.OfVector(features + 1) + shared + Slack);
        }
    }

    [Fact]
    public void A_selection_takes_rows_and_targets_and_weights_where_there_are_any()
    {
        const int count = 10_000;
        var rows = Enumerable.Range(0, count).Reverse().ToArray();
        var data = Waves.Data(count, 3);
        var weighted = new Dataset(data.Features, data.Targets, Vector.Ones(count));

        // Places for what it will remember of its columns: three objects with an array or two each.
        const int places = 256;

        // The row numbers as they were asked for, and as the matrix keeps them.
        var least = (2 * Bytes.OfRows(count)) + Bytes.OfVector(count);
        Assert.InRange(Bytes.TakenBy(() => data.Select(rows)), least, least + places + Slack);
        Assert.InRange(
            Bytes.TakenBy(() => weighted.Select(rows)),
            least + Bytes.OfVector(count),
            least + Bytes.OfVector(count) + places + Slack);
    }
}
