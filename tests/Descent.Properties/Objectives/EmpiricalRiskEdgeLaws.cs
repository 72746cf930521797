using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>What an empirical risk refuses, and what it makes of extreme numbers.</summary>
[Properties(Arbitrary = [typeof(DomainGenerators)])]
public sealed class EmpiricalRiskEdgeLaws
{
    private static readonly Dataset Signs = new(Matrix.FromRows([1.0], [2.0], [3.0]), [1, -1, 1]);

    [Theory]
    [InlineData("logistic")]
    [InlineData("hinge")]
    [InlineData("squared hinge")]
    [InlineData("perceptron")]
    public void Targets_of_minus_1_are_named_with_the_remedy(string loss)
    {
        var error = Assert.Throws<ArgumentException>(() => new EmpiricalRisk(Signs, KnownLosses.Named(loss)));
        Assert.Equal(
            "The target of row 1 is -1, which this loss cannot read; losses for two classes take 0 and 1 "
            + "(the logistic loss any probability): map -1 to 0. (Parameter 'data')",
            error.Message);
    }

    [Fact]
    public void A_loss_of_real_targets_reads_minus_1() =>
        Assert.Equal(1, new EmpiricalRisk(Signs, Loss.Squared, bias: false).Evaluate([0.0]).Loss);

    [Fact]
    public void The_logistic_loss_reads_probabilities_and_the_hinge_does_not()
    {
        var data = new Dataset(Matrix.FromRows([1.0]), [0.25]);
        Assert.Equal(0.25, new EmpiricalRisk(data, Loss.Logistic).Evaluate([0, 0]).Gradient[0]);
        Assert.Throws<ArgumentException>("data", () => new EmpiricalRisk(data, Loss.Hinge));
    }

    [Property]
    public void Another_number_of_parameters_is_refused_with_both_lengths(Regression sample, SmallCount more)
    {
        var risk = new EmpiricalRisk(sample.Data, Loss.Squared);
        var parameters = Vector.Zeros(risk.Dimension + more);
        var expected = $"parameters has length {parameters.Count}, but the weights with the bias has length "
            + $"{risk.Dimension}; pass one of length {risk.Dimension}. (Parameter 'parameters')";
        Assert.Equal(expected, Assert.Throws<ArgumentException>(() => risk.Evaluate(parameters)).Message);
        Assert.Equal(expected, Assert.Throws<ArgumentException>(() => risk.Scores(parameters)).Message);
        Assert.Throws<ArgumentException>("parameters", () => risk.Evaluate(default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_penalty_s_gradient_of_another_length_is_refused_with_both_counts(int entries)
    {
        // Of two weights: shorter, as long as the weights with the bias, and longer.
        var data = new Dataset(Matrix.FromRows([1, 2], [3, 4], [5, 6]), [1, 0, 1]);
        foreach (var bias in new[] { true, false })
        {
            var risk = new EmpiricalRisk(data, Loss.Squared, new RaggedPenalty(entries), bias: bias);
            var parameters = Vector.Ones(risk.Dimension);
            Assert.All(
                new IObjective[] { risk, new MiniBatches(risk, 2, 1).At(0) },
                objective => Assert.Equal(
                    $"The gradient has {entries} entries for 2 parameters; return one entry per parameter.",
                    Assert.Throws<InvalidOperationException>(() => objective.Evaluate(parameters)).Message));
        }
    }

    [Fact]
    public void A_penalty_s_gradient_of_one_entry_per_weight_is_added()
    {
        var data = new Dataset(Matrix.FromRows([1, 2], [3, 4]), [0, 0]);
        var risk = new EmpiricalRisk(data, Loss.Squared, new RaggedPenalty(2));
        Assert.Equal(new Evaluation(7, [1, 1, 0]), risk.Evaluate([0, 0, 0]));
    }

    [Property]
    public void Scores_of_rows_of_another_width_are_refused_with_both_lengths(
        Regression sample, SmallCount rows, SmallCount more)
    {
        var risk = new EmpiricalRisk(sample.Data, Loss.Squared);
        var (width, parameters) = (sample.Data.FeatureCount, sample.Parameters);
        foreach (var wrong in new[] { width + more, width - 1, 0 })
        {
            var error = Assert.Throws<ArgumentException>(
                "features", () => risk.Scores(parameters, Matrix.From(rows, wrong, (_, _) => 1)));
            Assert.StartsWith(
                $"features has length {wrong}, but a row of the data has length {width}; ", error.Message);
        }

        var features = sample.Data.Features;
        Assert.Throws<ArgumentException>("parameters", () => risk.Scores(parameters[..^1], features));
        Assert.Throws<ArgumentNullException>("features", () => risk.Scores(parameters, null!));
    }

    [Fact]
    public void Missing_arguments_and_unnamed_reductions_are_refused()
    {
        Assert.Throws<ArgumentNullException>("data", () => new EmpiricalRisk(null!, Loss.Squared));
        Assert.Throws<ArgumentNullException>("loss", () => new EmpiricalRisk(Signs, null!));
        Assert.Throws<ArgumentOutOfRangeException>(
            "reduction", () => new EmpiricalRisk(Signs, Loss.Squared, null, (Reduction)7));
    }

    [Fact]
    public void Without_feature_and_bias_nothing_is_left_to_fit()
    {
        var data = new Dataset(Matrix.From(2, 0, (_, _) => 0), [1, 3]);
        Assert.Equal(
            "data has no feature and bias is false; add one. (Parameter 'data')",
            Assert.Throws<ArgumentException>(
                () => new EmpiricalRisk(data, Loss.Squared, bias: false)).Message);
    }

    [Fact]
    public void Without_a_feature_the_bias_alone_is_fitted()
    {
        var data = new Dataset(Matrix.From(2, 0, (_, _) => 0), [1, 3]);
        var risk = new EmpiricalRisk(data, Loss.Squared, new L2(5));
        Assert.Equal(1, risk.Dimension);
        Assert.Equal(new Evaluation(1, [0.0]), risk.Evaluate([2.0]));
        Assert.Equal(new Evaluation(5, [-4.0]), risk.Evaluate([0.0]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(100)]
    public void One_row_is_enough_for_any_number_of_features(int features)
    {
        // Feature j is j, every weight 1, no bias, target 0: score d (d − 1) / 2.
        var data = new Dataset(Matrix.From(1, features, (_, j) => j), [0]);
        var score = features * (features - 1) / 2.0;
        var evaluation = new EmpiricalRisk(data, Loss.Squared, bias: false).Evaluate(Vector.Ones(features));
        Assert.Equal(score * score, evaluation.Loss);
        Assert.Equal(Enumerable.Range(0, features).Select(j => 2 * score * j), evaluation.Gradient);
    }

    [Property(MaxTest = 300)]
    public void Any_parameters_give_the_right_value_or_one_that_is_not_finite(
        RiskCase sample, AnyDouble first, AnyDouble last)
    {
        var parameters = Vector.From(sample.Parameters.Select(
            (p, j) => j == 0 ? first : j == sample.Parameters.Count - 1 ? last : p));
        var evaluation = sample.Risk.Evaluate(parameters);

        // A hinge may be finite at an infinite score, 0 on the far side; a NaN is never hidden.
        if (parameters.Any(double.IsNaN))
            Assert.False(evaluation.IsFinite);
        else if (evaluation.IsFinite && NaiveRisk.Of(sample.Risk, parameters) is { IsFinite: true } naive)
            naive.AssertNear(evaluation);
    }

    [Property(MaxTest = 300)]
    public void Any_samples_give_the_right_value_one_that_is_not_finite_or_an_exception(
        AnyDouble x, AnyDouble y, AnyDouble target, AnyDouble weight)
    {
        double[] numbers = [x, y, target, weight];
        Dataset Made() => new(Matrix.FromRows([x, 1], [0.5, y]), [target, 1], [weight, 1]);
        if (!numbers.All(double.IsFinite) || weight < 0)
        {
            Assert.ThrowsAny<ArgumentException>(Made);
            return;
        }

        var risk = new EmpiricalRisk(Made(), Loss.Squared, new L2(0.1));
        var evaluation = risk.Evaluate([0.5, -2, 1]);
        var naive = NaiveRisk.Of(risk, [0.5, -2, 1]);
        if (evaluation.IsFinite && naive.IsFinite)
            naive.AssertNear(evaluation);
        else
            Assert.True(numbers.Max(Math.Abs) > 1e70);
    }

    /// <summary>A user's penalty that gives a gradient of so many ones.</summary>
    private sealed class RaggedPenalty(int entries) : ISmoothPenalty
    {
        public double Value(Vector weights) => 7;

        public Vector Gradient(Vector weights) => Vector.Ones(entries);
    }
}
