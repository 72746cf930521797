using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>Whatever reads selected samples reads what it would read of copied ones.</summary>
[Properties(Arbitrary = [typeof(DomainGenerators)])]
public sealed class ViewedRowsLaws
{
    [Property]
    public void A_risk_over_selected_rows_is_the_risk_over_copied_ones_to_the_bit(
        RiskCase sample, SmallCount count, long seed)
    {
        var risk = sample.Risk;
        var view = Some(risk.Data, count, seed);
        var (viewed, copied) = (DomainGenerators.With(risk, view), DomainGenerators.With(risk, Copy(view)));
        Bits.Equal(copied.Evaluate(sample.Parameters), viewed.Evaluate(sample.Parameters));
        Bits.Equal(copied.Scores(sample.Parameters), viewed.Scores(sample.Parameters));
        Bits.Equal(
            risk.Scores(sample.Parameters, copied.Data.Features),
            risk.Scores(sample.Parameters, viewed.Data.Features));
    }

    [Property]
    public void Batches_over_selected_rows_are_batches_over_copied_ones_to_the_bit(
        RiskCase sample, SmallCount count, SmallCount size, long seed, byte step)
    {
        var view = Some(sample.Risk.Data, count, seed);
        foreach (var sampling in Enum.GetValues<Sampling>())
        {
            Evaluation OfBatch(Dataset data) =>
                new MiniBatches(DomainGenerators.With(sample.Risk, data), size, new Seed(seed), sampling)
                    .At(step).Evaluate(sample.Parameters);

            Bits.Equal(OfBatch(Copy(view)), OfBatch(view));
        }
    }

    [Theory]
    [InlineData(257, 9)]
    [InlineData(1100, 505)]
    public void A_run_over_selected_rows_is_the_run_over_copied_ones_to_the_bit(int rows, int features)
    {
        // The second is too large for a cache, and its rows are asked for before their turn.
        var data = Waves.Weighted(rows, features);
        var view = data.Select(Enumerable.Range(0, rows).Where(i => i % 7 > 0).Reverse()).Select(
            Enumerable.Range(0, rows / 2));
        var start = Waves.Parameters(features + 1);
        foreach (var size in new[] { 1, 64 })
        {
            Training<NoMemory> RunOn(Dataset samples) => new GradientDescent(0.01).Minimize(
                new MiniBatches(new EmpiricalRisk(samples, Loss.Logistic), size, 1), start);

            PlainRun.AssertEqual([.. RunOn(Copy(view)).Take(4)], [.. RunOn(view).Take(4)]);
            PlainRun.AssertEqual(
                [.. RunOn(Copy(view)).EveryEpoch().Take(2)], [.. RunOn(view).EveryEpoch().Take(2)]);
        }

        Bits.Equal(
            new EmpiricalRisk(Copy(view), Loss.Squared).Evaluate(start),
            new EmpiricalRisk(view, Loss.Squared).Evaluate(start));
    }

    [Property(MaxTest = 30)]
    public void Scaling_and_closed_forms_read_a_view_as_a_copy(Regression sample, long seed)
    {
        var view = sample.Data.Select(new Seed(seed).Permutation(sample.Data.Count));
        Bits.Equal(
            NormalEquations.LeastSquares(Copy(view)), NormalEquations.LeastSquares(view));
        Assert.Equal(
            Standardizer.Fit(Copy(view)).Transform(Copy(view)).Features,
            Standardizer.Fit(view).Transform(view).Features);
    }

    [Property]
    public void The_parts_of_a_split_are_its_rows(Regression sample, long seed)
    {
        if (sample.Data.Count < 2 || sample.Data.IsWeighted)
            return;

        var order = new Seed(seed).Permutation(sample.Data.Count);
        var (train, test) = sample.Data.Split(0.6, new Seed(seed));
        Assert.Equal(Copy(sample.Data.Select(order.Take(train.Count))).Features, train.Features);
        Assert.Equal(Copy(sample.Data.Select(order.Skip(train.Count))).Features, test.Features);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    public void Selecting_and_splitting_take_a_few_numbers_a_row_however_many_features_there_are(int features)
    {
        const int rows = 4000;
        var data = Waves.Data(rows, 1).WithFeatures(Matrix.From(rows, features, (i, j) => i - j));
        int[] order = [.. Enumerable.Range(0, rows).Reverse()];
        // The list, the stored rows' numbers, targets, and weights of 1.
        var allowed = (2 * Bytes.OfRows(rows)) + (2 * Bytes.OfVector(rows)) + 1024;
        Assert.InRange(Bytes.TakenBy(() => data.Select(order)), 1, allowed);
        // And the order drawn, and what the second part has once.
        var ofParts = allowed + Bytes.OfRows(rows) + 1024;
        Assert.InRange(Bytes.TakenBy(() => data.Split(0.7, 1)), 1, ofParts);
    }

    private static Dataset Some(Dataset data, int count, long seed)
    {
        int[] rows =
            [.. Enumerable.Range(0, count).Select(k => new Seed(seed).Integer(k, data.Count))];
        // A dataset has a row that counts.
        return data.Select(rows.Append(Enumerable.Range(0, data.Count).First(i => data.Weights[i] > 0)));
    }

    private static Dataset Copy(Dataset data) => data.WithFeatures(Matrix.From(
        data.Count, data.FeatureCount, (i, j) => data.Features[i, j]));
}
