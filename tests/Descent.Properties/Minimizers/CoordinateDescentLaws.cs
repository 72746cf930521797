using Descent.Linq;
using Xunit;

namespace Descent.Properties;

/// <summary>Coordinate descent finds the minimum, says how near it is, and stops there.</summary>
public sealed class CoordinateDescentLaws
{
    // Objective and coefficients as the reference fits demand them; data that were standardised in doubles
    // move coefficients of condition 22 by 1e-11. At the minimum the certificate is as wide as it says that
    // rounding is: with K = (256 + 8 + 17) ε/2, slopes of size √(2 · 1430), |w|₁ = 170 and a bias of 152,
    // thrice 4 K · 53 · 170 or less, which is 2.5e-12 of the objective.
    [Fact]
    public void Every_reference_fit_of_the_diabetes_data_is_found()
    {
        var fits = ReferenceFits.OfDiabetes("lasso", "elastic-net", "ridge").ToArray();
        Assert.True(fits.Length >= 12);
        foreach (var reference in fits)
        {
            var (l1, l2) =
                (ReferenceFits.Number(reference, "lambda1"), ReferenceFits.Number(reference, "lambda2"));
            var risk = new EmpiricalRisk(ReferenceFits.Diabetes, Loss.HalfSquared);
            var run = new CoordinateDescent(new ElasticNet(l1 + l2, l1 / (l1 + l2)))
                .Minimize(risk, Vector.Zeros(11)).Take(30).ToArray();
            var last = run[^1];
            Assert.InRange(run.Length, 2, 20);
            Assert.True(last.Optimality < 1e-11, last.ToString());
            Near.Equal(ReferenceFits.Number(reference, "objective"), last.Loss, 1e-12);
            Assert.InRange(last.Memory.RelativeGap, 0, 2.5e-12);
            var expected = ReferenceFits.ParametersOf(reference);
            for (var j = 0; j < expected.Count; j++)
            {
                Assert.Equal(expected[j] == 0, last.Parameters[j] == 0);
                Assert.InRange(last.Parameters[j] - expected[j], -1e-9, 1e-9);
            }
        }
    }

    [Fact]
    public void Every_reference_fit_of_the_breast_cancer_data_is_found()
    {
        foreach (var reference in ReferenceFits.OfBreastCancer())
        {
            var risk = new EmpiricalRisk(
                ReferenceFits.BreastCancer, Loss.Logistic, new L2(ReferenceFits.Number(reference, "lambda")));
            var last = new CoordinateDescent().Minimize(risk, Vector.Zeros(31)).Take(40).Last();
            Assert.True(last.Optimality < 1e-13, last.ToString());
            Near.Equal(ReferenceFits.Number(reference, "objective"), last.Loss, 1e-12);
            Assert.InRange(last.Memory.RelativeGap, 0, 1e-11);
            var expected = ReferenceFits.ParametersOf(reference);
            for (var j = 0; j < expected.Count; j++)
                Assert.InRange(last.Parameters[j] - expected[j], -1e-9, 1e-9);
        }
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.02)]
    [InlineData(0.1)]
    public void Logistic_lassos_are_those_of_proximal_gradient(double strength)
    {
        var risk = new EmpiricalRisk(ReferenceFits.BreastCancer, Loss.Logistic);
        var penalty = new ElasticNet(strength, 0.9);
        var last = new CoordinateDescent(penalty).Minimize(risk, Vector.Zeros(31)).Take(40).Last();
        Assert.True(last.Optimality < 1e-13, last.ToString());
        Assert.InRange(last.Memory.RelativeGap, 0, 1e-11);
        var other = new ProximalGradient(1 / risk.CurvatureBound(), penalty)
            .Minimize(risk, Vector.Zeros(31)).Take(2000).Last();
        Assert.True(last.Loss <= other.Loss * (1 + 1e-13));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Form_threads_and_views_change_no_bit(bool logistic)
    {
        var data = Wide(600, 300, logistic);
        var loss = logistic ? Loss.Logistic : Loss.HalfSquared;
        var expected = Run(new EmpiricalRisk(data, loss));
        Assert.Equal(expected, Run(new EmpiricalRisk(data, loss, maxDegreeOfParallelism: 3)));
        Assert.Equal(expected, Run(new EmpiricalRisk(data.WithFeatures(data.Features.ToSparse()), loss)));
        Assert.Equal(expected, Run(new EmpiricalRisk(data.Select(Enumerable.Range(0, 600)), loss)));

        // The same dataset once more, whose product sums are remembered by now, after other ones.
        var other = new CoordinateDescent(new L1(0.01))
            .Minimize(new EmpiricalRisk(data, loss), Vector.Zeros(301));
        Assert.True(other.Take(12).Last().IsFinite);
        Assert.Equal(expected, Run(new EmpiricalRisk(data, loss)));

        static long[] Run(EmpiricalRisk risk)
        {
            var states = new CoordinateDescent(new ElasticNet(0.05, 0.8))
                .Minimize(risk, Vector.Zeros(risk.Dimension)).Take(12).ToArray();
            Assert.InRange(states[^1].Memory.RelativeGap, 0, 1e-10);
            return StateBits.OfAll(states);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_weight_of_2_is_a_row_twice(bool logistic)
    {
        var data = Wide(200, 30, logistic);
        var loss = logistic ? Loss.Logistic : Loss.Squared;
        var weights = Vector.From(Enumerable.Range(0, 200).Select(i => (double)(i % 3)));
        var rows = Enumerable.Range(0, 200).SelectMany(i => Enumerable.Repeat(i, i % 3));
        var one = Solved(new EmpiricalRisk(new Dataset(data.Features, data.Targets, weights), loss));
        var other = Solved(new EmpiricalRisk(data.Select(rows), loss));
        Near.Equal(one.Loss, other.Loss, 1e-12);
        Assert.InRange((one.Parameters - other.Parameters).NormInf, 0, 1e-9);

        static State<CoordinateMemory> Solved(EmpiricalRisk risk) =>
            new CoordinateDescent(new ElasticNet(0.05)).Minimize(risk, Vector.Ones(31)).Take(40).Last();
    }

    [Fact]
    public void Factors_of_0_leave_weights_free()
    {
        var data = ReferenceFits.Diabetes;
        var factors = Vector.From(Enumerable.Range(0, 10).Select(j => j < 9 ? 0.0 : 1));
        var risk = new EmpiricalRisk(data, Loss.HalfSquared);
        var last = new CoordinateDescent(new L1(1e6) { Factors = factors })
            .Minimize(risk, Vector.Zeros(11)).Take(40).Last();
        var without = new Dataset(
            Matrix.FromRows(Enumerable.Range(0, data.Count).Select(i => data.Features.Row(i)[..9].ToArray())),
            data.Targets);
        var expected = NormalEquations.LeastSquares(without);
        Assert.Equal(0, last.Parameters[9]);
        Assert.True(double.IsNaN(last.Memory.Gap));
        for (var j = 0; j < 9; j++)
            Assert.InRange(last.Parameters[j] - expected[j], -1e-9, 1e-9);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_constant_feature_is_left_to_the_bias(bool logistic)
    {
        var data = Wide(100, 5, logistic);
        var constant = data.WithFeatures(Matrix.FromRows(
            Enumerable.Range(0, 100).Select(i => (double[])[.. data.Features.Row(i), 3])));
        var risk = new EmpiricalRisk(constant, logistic ? Loss.Logistic : Loss.HalfSquared);
        var last = new CoordinateDescent(new L1(0.02)).Minimize(risk, Vector.Ones(7)).Take(60).Last();
        Assert.Equal(0, last.Parameters[5]);
        Assert.InRange(last.Memory.RelativeGap, 0, 1e-9);
    }

    [Fact]
    public void Every_step_lowers_the_objective_and_the_last_says_that_it_is_the_last()
    {
        var risk = new EmpiricalRisk(Wide(120, 400, logistic: false), Loss.HalfSquared);
        var run = new CoordinateDescent(new L1(0.001)).Minimize(risk, Vector.Zeros(401)).Take(200).ToArray();
        Assert.NotEqual(Stall.None, run[^1].Stall);
        Assert.InRange(run[^1].Memory.RelativeGap, 0, 1e-8);
        Assert.All(run.Zip(run.Skip(1)), pair => Assert.True(
            pair.Second.Loss <= pair.First.Loss * (1 + (16 * MachineEpsilon.Value))));
    }

    // By a script in 50 digits: of each choice of weights that are not 0, and their signs, Newton's method on
    // the stationary equations, until the change is below 1e-45; kept is the one choice whose signs come out
    // and beside which no other slope is beyond λ. The second weight is out, with a slope of 0.1179 < 5/32.
    [Fact]
    public void A_logistic_lasso_is_found_to_the_last_digits()
    {
        var features = Matrix.FromRows(
            [1, 2, -1], [2, -1, 0.5], [-1.5, 1, 1], [0.5, -2, -2],
            [-2, 0.25, 1.5], [1.25, 1.5, 0.75], [-0.5, -1, 2.5], [3, -0.5, -1]);
        var data = new Dataset(
            features, [1, 1, 0, 0, 0, 1, 1, 0], weights: [1, 2, 1, 1, 0.5, 1, 1, 1.5]);
        var risk = new EmpiricalRisk(data, Loss.Logistic);
        var last = new CoordinateDescent(new L1(5.0 / 32)).Minimize(risk, Vector.Zeros(4)).Take(50).Last();
        Near.Equal(0.670406398780788918319428311832, last.Loss, 1e-15);
        Vector expected =
        [
            0.0905600823581356885553116557212, 0, 0.320003278259504782260791867457,
            0.0927263298272058341760472212794,
        ];
        // The least curvature is about 0.1: gradients of 1e-15 leave 1e-14.
        Assert.InRange((last.Parameters - expected).NormInf, 0, 1e-14);
        Assert.Equal(0, last.Parameters[1]);
        Assert.InRange(last.Memory.RelativeGap, 0, 1e-13);
        // At λmax only the bias is not 0: the log-odds of 5 to 4, at which the greatest slope is 29/108.
        Near.Equal(29.0 / 108, PenaltyStrengths.Greatest(risk), 1e-14);
    }

    // Without a bias, features far from 0 are almost multiples of each other, and there are fewer rows than
    // features: sweeps alone would need millions of rounds.
    [Theory]
    [InlineData(6, 9)]
    [InlineData(19, 7)]
    public void Features_far_from_0_are_told_apart_without_a_bias(int rows, int columns)
    {
        Seed seed = 5;
        var features = Matrix.From(rows, columns, (i, j) => 900 + seed.Normal((i * columns) + j));
        var targets = Vector.From(Enumerable.Range(0, rows)
            .Select(i => seed.Normal(1000 + i) + features[i, 1]));
        var risk = new EmpiricalRisk(new Dataset(features, targets), Loss.Squared, bias: false);
        var last = new CoordinateDescent(new L1(0.02)).Minimize(risk, Vector.Zeros(columns)).Take(50).Last();
        Assert.InRange(last.Memory.RelativeGap, 0, 1e-8);
    }

    [Fact]
    public void Other_losses_and_penalties_are_refused_at_the_call()
    {
        var data = Wide(10, 2, logistic: true);
        Assert.Throws<ArgumentException>("Penalty", () => new CoordinateDescent(new NonNegative()));
        Assert.Throws<ArgumentException>(
            "risk", () => new CoordinateDescent().Init(new EmpiricalRisk(data, Loss.Hinge), Vector.Zeros(3)));
    }

    /// <summary>Features around 1 that depend on each other, and targets of every seventh of them.</summary>
    private static Dataset Wide(int rows, int columns, bool logistic)
    {
        Seed seed = 5;
        var features = Matrix.From(rows, columns, (i, j) =>
            1 + seed.Normal((i * columns) + j) + (0.5 * seed.Normal((rows * columns) + i)));
        var targets = Vector.From(Enumerable.Range(0, rows).Select(i =>
        {
            var sum = seed.Normal((2 * rows * columns) + i);
            for (var j = 0; j < columns; j += 7)
                sum += (j % 2 == 0 ? 1 : -1) * (features[i, j] - 1);
            return logistic ? (sum > 0 ? 1.0 : 0) : sum + 3;
        }));
        return new(features, targets);
    }
}
