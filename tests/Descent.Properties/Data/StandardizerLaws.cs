using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(DomainGenerators)])]
public sealed class StandardizerLaws
{
    [Property]
    public void The_training_part_gets_mean_0_and_deviation_1(Regression sample)
    {
        var training = new Dataset(sample.Data.Features, sample.Data.Targets);
        var scaler = Standardizer.Fit(training);
        var transformed = scaler.Transform(training);
        for (var j = 0; j < training.FeatureCount; j++)
        {
            var z = transformed.Features.Column(j);
            var error = ErrorOfScaled(training.Features.Column(j), scaler.Scale[j]);

            // Each z is off by at most `error`, and so are their mean and, by the triangle inequality of the
            // norm, their deviation; the sums taken here round as well, over numbers with mean square 1.
            var bound = error + Rounding.Gamma(training.Count + 8);
            Assert.InRange(z.Sum() / z.Count, -bound, bound);
            if (!scaler.ConstantColumns.Contains(j))
                Assert.InRange(z.Norm / Math.Sqrt(z.Count), 1 - bound, 1 + bound);
        }
    }

    [Property]
    public void Mean_and_scale_are_the_mean_and_the_population_deviation(Regression sample)
    {
        var scaler = Standardizer.Fit(new Dataset(sample.Data.Features, sample.Data.Targets));
        for (var j = 0; j < sample.Data.FeatureCount; j++)
        {
            var x = sample.Data.Features.Column(j).ToArray();
            var (n, mean) = (x.Length, x.Sum() / x.Length);
            var scale = Math.Sqrt(x.Sum(entry => (entry - mean) * (entry - mean)) / n);

            // Both means are within γ Σ|x| / n of the true one, which moves each deviation by as much.
            var bound = 2 * Rounding.Gamma(n + 8) * (x.Sum(Math.Abs) / n + scale);
            Assert.InRange(scaler.Mean[j] - mean, -bound, bound);
            Assert.InRange(
                scaler.Scale[j] - (scaler.ConstantColumns.Contains(j) ? 1 : scale), -2 * bound, 2 * bound);
        }
    }

    [Fact]
    public void The_deviation_divides_by_N()
    {
        var scaler = Standardizer.Fit(new Dataset(Matrix.FromRows([1.0], [3.0]), [0, 0]));
        Assert.Equal([2], scaler.Mean);
        Assert.Equal([1], scaler.Scale);
    }

    [Property]
    public void The_inverse_restores_every_row(Regression sample)
    {
        var (data, scaler) = (sample.Data, Standardizer.Fit(sample.Data));
        var restored = scaler.Inverse(scaler.Transform(data));
        for (var i = 0; i < data.Count; i++)
        {
            var row = Vector.Create(data.Features.Row(i));
            var again = scaler.Inverse(scaler.Transform(row));
            for (var j = 0; j < data.FeatureCount; j++)
            {
                // Difference, quotient, product and sum round once each: the first three by u |x − mean|,
                // the last by u |x|, all again on the result of the one before.
                var bound = Rounding.Gamma(4) * (Math.Abs(row[j] - scaler.Mean[j]) + Math.Abs(row[j]));
                Assert.InRange(restored.Features[i, j] - row[j], -bound, bound);
                Assert.InRange(again[j] - row[j], -bound, bound);
            }
        }

        Assert.Equal(data.Targets, restored.Targets);
        Assert.Equal(data.Weights, restored.Weights);
    }

    [Fact]
    public void Constant_columns_become_0_are_restored_to_the_bit_and_are_named()
    {
        var data = new Dataset(
            Matrix.FromRows([1, 0.1, 7], [2, 0.1, 7], [4, 0.1, 7]), [0, 0, 0], null, ["a", "b", "c"]);
        var scaler = Standardizer.Fit(data);
        var transformed = scaler.Transform(data);

        Assert.Equal([1, 2], scaler.ConstantColumns.AsEnumerable());
        Assert.Equal("Standardizer of 3 features; constant, so only shifted: b, c", scaler.ToString());
        Assert.Equal([0, 0, 0], transformed.Features.Column(1));
        Assert.Equal((1.0, 1.0), (scaler.Scale[1], scaler.Scale[2]));
        Bits.Equal(data.Features.Column(1), scaler.Inverse(transformed).Features.Column(1));
        Bits.Equal(data.Features.Column(2), scaler.Inverse(transformed).Features.Column(2));
    }

    [Fact]
    public void Without_constant_columns_the_text_tells_the_number_of_features() =>
        Assert.Equal(
            "Standardizer of 2 features",
            Standardizer.Fit(new Dataset(Matrix.FromRows([1, 2], [3, 5]), [0, 0])).ToString());

    [Property]
    public void Test_rows_are_changed_by_the_constants_of_the_training_part(Regression sample, Finite shift)
    {
        var scaler = Standardizer.Fit(sample.Data);
        var moved = sample.Data.WithFeatures(Matrix.From(
            sample.Data.Count, sample.Data.FeatureCount, (i, j) => sample.Data.Features[i, j] + shift));
        var transformed = scaler.Transform(moved);
        for (var i = 0; i < moved.Count; i++)
        {
            for (var j = 0; j < moved.FeatureCount; j++)
                Bits.Equal(
                    (moved.Features[i, j] - scaler.Mean[j]) / scaler.Scale[j], transformed.Features[i, j]);

            var row = Vector.Create(moved.Features.Row(i));
            Bits.Equal(Vector.Create(transformed.Features.Row(i)), scaler.Transform(row));
        }
    }

    [Property]
    public void A_model_in_original_units_gives_equal_scores(Regression sample)
    {
        var (data, scaler) = (sample.Data, Standardizer.Fit(sample.Data));
        var parameters = scaler.ParametersInOriginalUnits(sample.Parameters);
        var standardized = new EmpiricalRisk(scaler.Transform(data), Loss.Squared).Scores(sample.Parameters);
        var original = new EmpiricalRisk(data, Loss.Squared).Scores(parameters);
        for (var i = 0; i < data.Count; i++)
        {
            // Both scores are sums of d + 1 products of at most three rounded factors with these sizes.
            var size = Math.Abs(sample.Parameters[^1]);
            for (var j = 0; j < data.FeatureCount; j++)
            {
                size += Math.Abs(sample.Parameters[j] / scaler.Scale[j])
                    * (Math.Abs(data.Features[i, j]) + Math.Abs(scaler.Mean[j]));
            }

            var bound = 2 * Rounding.Gamma(data.FeatureCount + 6) * size;
            Assert.InRange(original[i] - standardized[i], -bound, bound);
        }
    }

    [Fact]
    public void A_model_in_original_units_by_hand()
    {
        // Columns with mean 2, scale 1 and mean 10, scale 5.
        var scaler = Standardizer.Fit(new Dataset(Matrix.FromRows([1, 5], [3, 15]), [0, 0]));
        Assert.Equal([3, -2, 4 - 6 + 20], scaler.ParametersInOriginalUnits([3, -10, 4]));
    }

    [Property]
    public void A_row_of_weight_2_counts_twice_and_one_of_weight_0_not_at_all(Regression sample)
    {
        var data = sample.Data;
        int[] times = [.. Enumerable.Range(0, data.Count).Select(i => i == 0 ? 1 : i % 3)];
        var weighted = new Dataset(
            data.Features, data.Targets, Vector.From(times.Select(count => (double)count)));
        var repeated = new Dataset(data.Features, data.Targets).Select(
            Enumerable.Range(0, data.Count).SelectMany(i => Enumerable.Repeat(i, times[i])));
        var (actual, expected) = (Standardizer.Fit(weighted), Standardizer.Fit(repeated));

        Assert.Equal(expected.ConstantColumns.AsEnumerable(), actual.ConstantColumns);
        for (var j = 0; j < data.FeatureCount; j++)
        {
            // Sums of up to 24 products, each rounded at most three times, in two orders: 48 + 6 roundings of
            // half an ulp of the largest entry.
            var slack = 54 * 1.2e-16 * repeated.Features.Column(j).NormInf;
            Assert.InRange(actual.Mean[j], expected.Mean[j] - slack, expected.Mean[j] + slack);
            Assert.InRange(actual.Scale[j], expected.Scale[j] - (4 * slack), expected.Scale[j] + (4 * slack));
        }
    }

    [Property(MaxTest = 300)]
    public void Any_column_is_standardized_or_refused(AnyDouble a, AnyDouble b, AnyDouble c)
    {
        var features = Matrix.FromRows([a.Value], [b.Value], [c.Value]);
        if (!double.IsFinite(a) || !double.IsFinite(b) || !double.IsFinite(c))
        {
            Assert.Throws<ArgumentException>("features", () => new Dataset(features, [0, 0, 0]));
            return;
        }

        var data = new Dataset(features, [0, 0, 0]);
        try
        {
            var scaler = Standardizer.Fit(data);
            var z = scaler.Transform(data).Features.Column(0);

            // The law above, with the rounding of denormals: 2⁻¹⁰⁷⁴ on mean, deviation and scale.
            var bound = ErrorOfScaled(data.Features.Column(0), scaler.Scale[0])
                + Rounding.Gamma(11) + (6 * (double.Epsilon / scaler.Scale[0]));
            Assert.InRange(z.Sum() / 3, -bound, bound);
        }
        catch (ArgumentException error)
        {
            Assert.StartsWith("Column 0 (x1) of features has mean", error.Message);
            Assert.False(data.Features.Column(0).NormInf is > 1e-300 and < 1e307);
        }
    }

    [Fact]
    public void A_column_whose_mean_overflows_is_named()
    {
        var data =
            new Dataset(Matrix.FromRows([1, 1e308], [2, 1e308], [3, 0]), [0, 0, 0], null, ["size", "age"]);
        Assert.Equal(
            "Column 1 (age) of features has mean Infinity and deviation Infinity in doubles; "
            + "multiply the column by a constant that brings it nearer to 1. (Parameter 'training')",
            Assert.Throws<ArgumentException>(() => Standardizer.Fit(data)).Message);
    }

    [Fact]
    public void Another_number_of_features_is_refused()
    {
        var scaler = Standardizer.Fit(new Dataset(Matrix.FromRows([1, 2], [3, 5]), [0, 0]));
        var one = new Dataset(Matrix.FromRows([1.0]), [0]);
        Assert.Throws<ArgumentException>(() => scaler.Transform(one));
        Assert.Throws<ArgumentException>(() => scaler.Inverse(one));
        Assert.Throws<ArgumentException>(() => scaler.Transform([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => scaler.Inverse([1.0]));
        Assert.Equal(
            "parameters has length 2, but the fitted row with a bias has length 3; pass one of length 3. "
            + "(Parameter 'parameters')",
            Assert.Throws<ArgumentException>(() => scaler.ParametersInOriginalUnits([1, 2])).Message);
    }

    /// <summary>
    /// How far a standardized entry may be from the one of exact arithmetic: the mean is off by γₙ Σ|x| / n,
    /// the scale by as much and by γₙ of itself, an entry is at most √n in size.
    /// </summary>
    private static double ErrorOfScaled(Vector x, double scale)
    {
        var gamma = Rounding.Gamma(x.Count + 8);
        var size = x.Select(entry => Math.Abs(entry) / x.Count).Sum();
        return (1 + Math.Sqrt(x.Count)) * gamma * (1 + (size / scale));
    }
}
