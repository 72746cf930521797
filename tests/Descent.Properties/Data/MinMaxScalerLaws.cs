using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(DomainGenerators)])]
public sealed class MinMaxScalerLaws
{
    [Property]
    public void The_training_part_fills_the_range_to_the_bit(
        Regression sample, Finite lower, PositiveReal width)
    {
        var counted = Enumerable.Range(0, sample.Data.Count).Where(i => sample.Data.Weights[i] > 0);
        var (data, upper) = (sample.Data.Select(counted), lower + width);
        var scaler = MinMaxScaler.Fit(data, lower, upper);
        var scaled = scaler.Transform(data);
        for (var j = 0; j < data.FeatureCount; j++)
        {
            var (x, z) = (data.Features.Column(j), scaled.Features.Column(j));
            Assert.Equal((x.Min(), x.Max()), (scaler.Minimum[j], scaler.Maximum[j]));
            Assert.Equal(lower, z.Min());
            Assert.Equal(scaler.ConstantColumns.Contains(j) ? lower : upper, z.Max());
        }

        Assert.Equal((lower, upper), (scaler.Lower, scaler.Upper));
        Assert.Equal(data.Targets, scaled.Targets);
        Assert.Equal(data.Weights, scaled.Weights);
    }

    [Property]
    public void A_larger_number_never_becomes_a_smaller_one(
        Regression sample, Finite lower, PositiveReal width, Finite a, Finite b)
    {
        var scaler = MinMaxScaler.Fit(sample.Data, lower, lower + width);
        var (least, most) = (Math.Min(a, b), Math.Max(a, b));
        var below = scaler.Transform(Constant(sample.Data.FeatureCount, least));
        var above = scaler.Transform(Constant(sample.Data.FeatureCount, most));
        Assert.All(below.Zip(above), pair => Assert.True(pair.First <= pair.Second));
    }

    [Property]
    public void The_inverse_restores_every_row(Regression sample, Finite lower, PositiveReal width)
    {
        var (data, upper) = (sample.Data, lower + width);
        foreach (var scaler in new[] { MinMaxScaler.Fit(data), MinMaxScaler.Fit(data, lower, upper) })
        {
            var restored = scaler.Inverse(scaler.Transform(data));
            for (var i = 0; i < data.Count; i++)
            {
                var row = Vector.Create(data.Features.Row(i));
                Bits.Equal(scaler.Inverse(scaler.Transform(row)), Vector.Create(restored.Features.Row(i)));
                for (var j = 0; j < data.FeatureCount; j++)
                {
                    // The share of the span is off by two roundings, the result by one. Where the range is
                    // not [0, 1], z and z − lower are rounded too, each by a share of the width that u of
                    // the larger bound is.
                    var span = scaler.ConstantColumns.Contains(j) ? 1 : scaler.Maximum[j] - scaler.Minimum[j];
                    var ofRange = scaler.Lower is 0 && scaler.Upper is 1
                        ? 0
                        : span * (Math.Abs(lower) + Math.Abs(upper)) / (upper - lower);
                    var bound = Rounding.Gamma(5)
                        * (Math.Abs(row[j] - scaler.Minimum[j]) + Math.Abs(row[j]) + ofRange);
                    Assert.InRange(restored.Features[i, j] - row[j], -bound, bound);
                }
            }
        }
    }

    [Property]
    public void A_row_is_changed_as_in_its_dataset(Regression sample, Finite lower, PositiveReal width)
    {
        var scaler = MinMaxScaler.Fit(sample.Data, lower, lower + width);
        var scaled = scaler.Transform(sample.Data);
        for (var i = 0; i < sample.Data.Count; i++)
        {
            Bits.Equal(
                Vector.Create(scaled.Features.Row(i)),
                scaler.Transform(Vector.Create(sample.Data.Features.Row(i))));
        }
    }

    [Property]
    public void A_model_in_original_units_gives_equal_scores(
        Regression sample, Finite lower, PositiveReal width)
    {
        var (data, upper) = (sample.Data, lower + width);
        var scaler = MinMaxScaler.Fit(data, lower, upper);
        var parameters = scaler.ParametersInOriginalUnits(sample.Parameters);
        var scaled = new EmpiricalRisk(scaler.Transform(data), Loss.Squared).Scores(sample.Parameters);
        var original = new EmpiricalRisk(data, Loss.Squared).Scores(parameters);
        for (var i = 0; i < data.Count; i++)
        {
            // Both are sums of d + 1 products of at most five rounded factors with these sizes: a weight
            // times r x, r minimum, or a bound of the range, which no z exceeds.
            var size = Math.Abs(sample.Parameters[^1]);
            for (var j = 0; j < data.FeatureCount; j++)
            {
                var span = scaler.ConstantColumns.Contains(j) ? 1 : scaler.Maximum[j] - scaler.Minimum[j];
                var ratio = (upper - lower) / span;
                size += Math.Abs(sample.Parameters[j])
                    * ((ratio * (Math.Abs(data.Features[i, j]) + Math.Abs(scaler.Minimum[j])))
                        + Math.Abs(lower) + Math.Abs(upper));
            }

            var bound = 2 * Rounding.Gamma(data.FeatureCount + 8) * size;
            Assert.InRange(original[i] - scaled[i], -bound, bound);
        }
    }

    [Fact]
    public void A_model_in_original_units_by_hand()
    {
        // To [−1, 1]: z₁ = x₁ − 2 and z₂ = (x₂ − 10) / 5, so 3 z₁ − 10 z₂ + 4 = 3 x₁ − 2 x₂ + 18.
        var scaler = MinMaxScaler.Fit(new Dataset(Matrix.FromRows([1, 5], [3, 15]), [0, 0]), -1, 1);
        Assert.Equal([3, -2, 18], scaler.ParametersInOriginalUnits([3, -10, 4]));
    }

    [Fact]
    public void Rows_of_other_parts_may_lie_beyond_the_range()
    {
        var scaler = MinMaxScaler.Fit(new Dataset(Matrix.FromRows([2.0], [4.0]), [0, 0]), -1, 3);
        Assert.Equal([1], scaler.Transform([3.0]));
        Assert.Equal([-5], scaler.Transform([0.0]));
        Assert.Equal([11], scaler.Transform([8.0]));
        Assert.Equal([8], scaler.Inverse([11.0]));
    }

    [Fact]
    public void Constant_columns_become_the_lower_bound_are_restored_to_the_bit_and_are_named()
    {
        var data = new Dataset(
            Matrix.FromRows([1, 0.1, 7], [2, 0.1, 7], [4, 0.1, 7]), [0, 0, 0], null, ["a", "b", "c"]);
        var scaler = MinMaxScaler.Fit(data, -1, 1);
        var scaled = scaler.Transform(data);

        Assert.Equal([1, 2], scaler.ConstantColumns.AsEnumerable());
        Assert.Equal(
            "MinMaxScaler of 3 features to [-1, 1]; constant, so only shifted: b, c", scaler.ToString());
        Assert.Equal([-1, -1, -1], scaled.Features.Column(1));
        Bits.Equal(data.Features.Column(1), scaler.Inverse(scaled).Features.Column(1));
        Bits.Equal(data.Features.Column(2), scaler.Inverse(scaled).Features.Column(2));
        Assert.Equal(
            "MinMaxScaler of 1 features to [0, 1]", MinMaxScaler.Fit(data.WithFeatures(TwoUp)).ToString());
    }

    [Property]
    public void Sparse_features_give_the_same_and_stay_sparse_where_zeros_stay_zeros(Regression sample)
    {
        var positive = sample.Data.WithFeatures(Matrix.From(
            sample.Data.Count,
            sample.Data.FeatureCount,
            (i, j) => i == 0 ? 0 : Math.Max(0, sample.Data.Features[i, j])));
        var sparse = positive.WithFeatures(positive.Features.ToSparse());
        var scaler = MinMaxScaler.Fit(sparse);
        var shifted = MinMaxScaler.Fit(sparse, -1, 1);
        var view = sparse.Select(Enumerable.Range(0, sparse.Count).Where(row => sparse.Weights[row] > 0));

        Assert.Equal(scaler.Transform(positive).Features, scaler.Transform(sparse).Features);
        Assert.Equal(shifted.Transform(positive).Features, shifted.Transform(sparse).Features);
        Assert.True(scaler.Transform(sparse).Features.IsSparse);
        Assert.True(scaler.Inverse(scaler.Transform(sparse)).Features.IsSparse);
        Assert.False(shifted.Transform(sparse).Features.IsSparse);
        Assert.Equal(
            scaler.Transform(view.WithFeatures(view.Features.ToDense())).Features,
            scaler.Transform(view).Features);
    }

    [Property]
    public void Rows_of_weight_0_and_the_order_of_the_others_play_no_part(Regression sample)
    {
        var unweighted = new Dataset(sample.Data.Features, sample.Data.Targets);
        int[] counted = [.. Enumerable.Range(0, unweighted.Count).Where(i => sample.Data.Weights[i] > 0)];
        foreach (var other in new[] { unweighted.Select(counted), unweighted.Select(counted.Reverse()) })
        {
            Bits.Equal(MinMaxScaler.Fit(sample.Data).Minimum, MinMaxScaler.Fit(other).Minimum);
            Bits.Equal(MinMaxScaler.Fit(sample.Data).Maximum, MinMaxScaler.Fit(other).Maximum);
        }
    }

    [Property(MaxTest = 300)]
    public void Any_column_is_scaled_into_the_range_or_refused(AnyDouble a, AnyDouble b, AnyDouble c)
    {
        if (!double.IsFinite(a) || !double.IsFinite(b) || !double.IsFinite(c))
            return;

        var data = new Dataset(Matrix.FromRows([a.Value], [b.Value], [c.Value]), [0, 0, 0]);
        try
        {
            var z = MinMaxScaler.Fit(data, -0.1, 0.3).Transform(data).Features.Column(0);
            Assert.All(z, entry => Assert.InRange(entry, -0.1, 0.3));
            Assert.Equal(-0.1, z.Min());
        }
        catch (ArgumentException error)
        {
            Assert.StartsWith("Column 0 (x1) of features reaches from", error.Message);
            Assert.True(double.IsInfinity(data.Features.Column(0).Max() - data.Features.Column(0).Min()));
        }
    }

    [Fact]
    public void A_column_that_reaches_too_far_is_named() =>
        Assert.Equal(
            "Column 0 (x1) of features reaches from -1E+308 to 1E+308, too far for a double; "
            + "multiply the column by a constant that brings it nearer to 1. (Parameter 'training')",
            Assert.Throws<ArgumentException>(() => MinMaxScaler.Fit(
                new Dataset(Matrix.FromRows([-1e308], [1e308]), [0, 0]))).Message);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 0)]
    [InlineData(0, double.NaN)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(-1e308, 1e308)]
    public void A_range_has_a_finite_width_greater_than_0(double lower, double upper) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => MinMaxScaler.Fit(new Dataset(TwoUp, [0, 0, 0]), lower, upper));

    [Fact]
    public void Another_number_of_features_is_refused()
    {
        var scaler = MinMaxScaler.Fit(new Dataset(Matrix.FromRows([1, 2], [3, 5]), [0, 0]));
        var one = new Dataset(Matrix.FromRows([1.0]), [0]);
        Assert.Throws<ArgumentException>("data", () => scaler.Transform(one));
        Assert.Throws<ArgumentException>("data", () => scaler.Inverse(one));
        Assert.Throws<ArgumentException>("row", () => scaler.Transform([1, 2, 3]));
        Assert.Throws<ArgumentException>("row", () => scaler.Inverse([1.0]));
        Assert.Throws<ArgumentException>("parameters", () => scaler.ParametersInOriginalUnits([1, 2]));
    }

    private static Matrix TwoUp => Matrix.FromRows([0.0], [1.0], [2.0]);

    private static Vector Constant(int count, double value) => value * Vector.Ones(count);
}
