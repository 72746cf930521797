using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class ImputationLaws
{
    private static readonly Dataset Gaps = new(
        Matrix.FromRows([1, 7, 0], [0, 8, 1], [2, 9, 0], [9, 6, 0], [2, 5, 0]),
        [0, 1, 0, 1, 1],
        names: ["age", "size", "age is missing"]);

    [Fact]
    public void A_gap_becomes_what_the_other_training_rows_tell()
    {
        Assert.Equal(3.5, Filled(Imputation.Mean));
        Assert.Equal(2, Filled(Imputation.Median));
        Assert.Equal(2, Filled(Imputation.MostFrequent));
        Assert.Equal(-1, Filled(Imputation.Constant(-1)));

        static double Filled(Imputation how)
        {
            var map = Prepare.Impute(how).Fit(Gaps);
            var filled = map.Transform(Gaps);
            Assert.Equal(["age", "size"], filled.FeatureNames.AsEnumerable());
            Assert.Equal(filled.Features, map.Transform(Gaps.Features.ToSparse()));
            Assert.Equal([1, 7], [.. Vector.Create(filled.Features.Row(0))]);
            Assert.Equal(8, filled.Features[1, 1]);
            return filled.Features[1, 0];
        }
    }

    [Fact]
    public void Marks_may_stay()
    {
        var map = Prepare.Impute(Imputation.Mean, ["age"], keepMarks: true).Fit(Gaps);
        Assert.Equal(Gaps.FeatureNames.AsEnumerable(), map.FeatureNames);
        Assert.Equal([3.5, 8, 1], map.Transform([0, 8, 1]));
    }

    [Fact]
    public void What_fills_a_gap_comes_from_the_training_rows_alone()
    {
        var model = Prepare.Impute(Imputation.Mean).Then(new LinearRegression(new Ridge(1)))
            .Fit(Gaps.Select([0, 1, 2])).Model;
        Assert.Equal([1.5, 8], model.Map.Transform([0, 8, 1]));
    }

    [Fact]
    public void A_column_of_gaps_alone_is_refused()
    {
        var refusal = Assert.Throws<ArgumentException>(
            "training", () => Prepare.Impute(Imputation.Median).Fit(Gaps.Select([1])));
        Assert.Contains(
            "Column 0 (age) of features gives NaN as the median of the 0 values", refusal.Message);
        Assert.Equal(
            [4, 8], Prepare.Impute(Imputation.Constant(4)).Fit(Gaps.Select([1])).Transform([0, 8, 1]));
    }

    [Property]
    public void A_row_of_weight_2_is_the_row_twice(Values values, SmallCount at)
    {
        Vector x = [.. values.Items];
        var row = at % x.Count;
        var twice = Vector.From(Enumerable.Range(0, x.Count).Select(i => i == row ? 2.0 : 1.0));
        Vector more = [.. x, x[row]];
        Bits.Equal(
            Imputation.Median.Of(more, Vector.Ones(more.Count)), Imputation.Median.Of(x, twice));
        Bits.Equal(
            Imputation.MostFrequent.Of(more, Vector.Ones(more.Count)), Imputation.MostFrequent.Of(x, twice));

        // Both sums of at most 13 terms are within 13 half units in the last place of Σ|xᵢ| ≤ 13 max|xᵢ|.
        var once = Imputation.Mean.Of(more, Vector.Ones(more.Count));
        var weighted = Imputation.Mean.Of(x, twice);
        Assert.True(Math.Abs(once - weighted) <= 2 * 13 * x.NormInf * Math.BitIncrement(1.0) * 2.3e-16);
    }

    [Property]
    public void The_median_has_half_of_the_rows_on_either_side(Values values)
    {
        Vector x = [.. values.Items];
        var median = Imputation.Median.Of(x, Vector.Ones(x.Count));
        var sorted = x.Order().ToArray();
        var middle = x.Count % 2 == 1
            ? sorted[x.Count / 2]
            : (sorted[(x.Count / 2) - 1] / 2) + (sorted[x.Count / 2] / 2);
        Assert.Equal(middle, median);
        Assert.True(2 * x.Count(value => value < median) <= x.Count);
        Assert.True(2 * x.Count(value => value > median) <= x.Count);
    }

    [Fact]
    public void Imputations_are_equal_by_value_and_name_themselves()
    {
        Assert.Equal(Imputation.Constant(2), Imputation.Constant(2));
        Assert.NotEqual(Imputation.Constant(2), Imputation.Constant(3));
        CommaHabits.Print("-0.5", Imputation.Constant(-0.5));
        Assert.Equal("the mean", Imputation.Mean.ToString());
    }
}
