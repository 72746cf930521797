using Descent.Linq;
using Xunit;

namespace Descent.Properties;

/// <summary>The interior point method finds minima at kinks, to the last digits, and says so.</summary>
public sealed class InteriorPointLaws
{
    private static readonly Dataset Diabetes = ReferenceFits.Diabetes;

    // The samples at the kink give a linear system of condition about 10, solved with residuals in two
    // doubles: coefficients to some ε. The certificate is as wide as it says that rounding is: with
    // K = (100 + 7 + 16) ε/2 and slopes of at most 1, thrice 2 K (|w|₁ + |b|) < 1.5e-12 of the objective.
    [Fact]
    public void Every_reference_hinge_fit_is_found_to_its_digits()
    {
        var fits = ReferenceFits.OfTwoIrises("hinge").ToArray();
        Assert.Equal(3, fits.Length);
        foreach (var reference in fits)
        {
            var risk = new EmpiricalRisk(
                ReferenceFits.TwoIrises, Loss.Hinge, new L2(ReferenceFits.Number(reference, "lambda")));
            var last = Solved(risk);
            Near.Equal(ReferenceFits.Number(reference, "objective"), last.Loss, 1e-14);
            Assert.InRange((last.Parameters - ReferenceFits.ParametersOf(reference)).NormInf, 0, 1e-13);
            Assert.InRange(last.Memory.RelativeGap, 0, 1.5e-12);
            Assert.True(last.Memory.IsSettled);
        }
    }

    // Without a penalty the gap at the minimum is what rounding may leave of the balance of eleven columns:
    // each K = (256 + 8 + 1 + 16) ε/2 of twice the greatest target, 346, and of thrice a term of at most that
    // size, with slopes of at most 1: 6e-10. With a penalty it is less.
    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(0.001, false)]
    [InlineData(0.1, true)]
    public void Every_step_is_no_worse_and_the_last_is_proven(double strength, bool sum)
    {
        foreach (var tau in new[] { 0.05, 0.1, 0.3, 0.5, 0.9, 0.99 })
        {
            var run = new InteriorPoint().Minimize(
                new EmpiricalRisk(
                    Diabetes, Loss.Quantile(tau), new L2(strength), sum ? Reduction.Sum : Reduction.Mean),
                Vector.Zeros(11)).Take(100).ToArray();
            Assert.InRange(run.Length, 2, 40);
            Assert.Equal(Stall.NoLowerLoss, run[^1].Stall);
            Assert.InRange(run[^1].Memory.Gap, 0, sum ? 442 * 6e-10 : 6e-10);

            // Rounding of the loss, which settling may add.
            Assert.All(run.Zip(run.Skip(1)), pair => Assert.True(
                pair.Second.Loss <= pair.First.Loss * (1 + (16 * MachineEpsilon.Value))));
            Assert.All(run, state => Assert.True(
                state.Loss - state.Memory.Gap <= run[^1].Loss));
        }
    }

    [Fact]
    public void Half_the_absolute_loss_is_the_median_s()
    {
        var absolute = Solved(new EmpiricalRisk(Diabetes, Loss.Absolute));
        var median = Solved(new EmpiricalRisk(Diabetes, Loss.Quantile(0.5)));
        Near.Equal(absolute.Loss, 2 * median.Loss, 1e-14);
        Assert.InRange((absolute.Parameters - median.Parameters).NormInf, 0, 1e-10);
    }

    // The condition of the eleven rows at the kink is below 1e3, and targets have a size of 346.
    [Theory]
    [InlineData(0.3)]
    [InlineData(0.72)]
    public void A_weight_of_2_is_a_row_twice_and_a_row_of_weight_0_is_not_there(double tau)
    {
        var weights = Vector.From(Enumerable.Range(0, 442).Select(i => (double)(i % 3)));
        var rows = Enumerable.Range(0, 442).SelectMany(i => Enumerable.Repeat(i, i % 3));
        var weighted = Solved(new EmpiricalRisk(
            new Dataset(Diabetes.Features, Diabetes.Targets, weights), Loss.Quantile(tau)));
        var repeated = Solved(new EmpiricalRisk(Diabetes.Select(rows), Loss.Quantile(tau)));
        Near.Equal(weighted.Loss, repeated.Loss, 1e-13);
        Assert.InRange((weighted.Parameters - repeated.Parameters).NormInf, 0, 1e-10);

        // Neither may a target of a row that does not count be of any use.
        var spoiled = Vector.From(Diabetes.Targets.Select((y, i) => i % 3 == 0 ? 1e9 : y));
        Assert.Equal(
            weighted.Parameters,
            Solved(new EmpiricalRisk(
                new Dataset(Diabetes.Features, spoiled, weights), Loss.Quantile(tau))).Parameters);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void Columns_may_depend_on_each_other(double strength)
    {
        var wide = Diabetes.WithFeatures(Matrix.From(442, 13, (i, j) => j switch
        {
            < 10 => Diabetes.Features[i, j],
            10 => Diabetes.Features[i, 0] + Diabetes.Features[i, 1],
            11 => 3,
            _ => 0,
        }));
        var last = Solved(new EmpiricalRisk(wide, Loss.Absolute, new L2(strength)));
        Assert.InRange(last.Memory.RelativeGap, 0, 2e-11);
        if (strength is 0)
            Near.Equal(Solved(new EmpiricalRisk(Diabetes, Loss.Absolute)).Loss, last.Loss, 1e-13);
        else
            Assert.InRange(last.Parameters[12], -1e-15, 1e-15);
    }

    [Theory]
    [InlineData(1e100)]
    [InlineData(1)]
    [InlineData(1e-100)]
    public void The_unit_of_the_targets_does_not_matter(double unit)
    {
        var last = Solved(new EmpiricalRisk(
            new Dataset(Diabetes.Features, unit * Diabetes.Targets), Loss.Absolute));
        Assert.True(last.Memory.IsSettled);
        Near.Equal(43.041500685877942 * unit, last.Loss, 1e-13);
        Assert.InRange(last.Memory.RelativeGap, 0, 1e-11);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-3)]
    [InlineData(1)]
    [InlineData(1000)]
    public void The_certificate_is_that_of_the_duality_gap(double strength)
    {
        var risk = new EmpiricalRisk(ReferenceFits.BreastCancer, Loss.Hinge, new L2(strength));
        var last = Solved(risk);
        var other = DualityGap.At(risk, last.Parameters);
        Assert.InRange(last.Memory.RelativeGap, 0, 1e-9);
        Assert.Equal(last.Loss, last.Memory.Certificate.Primal);
        Assert.True(last.Memory.Certificate.Dual <= other.Primal);
        Assert.True(other.Dual <= last.Loss);
    }

    // 0 is the minimum of each; what is left of a loss is rounding, and of its gap too.
    [Theory]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(3, false)]
    [InlineData(9, true)]
    public void A_line_through_all_rows_is_found(int rows, bool bias)
    {
        var data = new Dataset(
            Matrix.From(rows, 1, (i, _) => i + 1),
            Vector.From(Enumerable.Range(1, rows).Select(i => 2.5 * i)));
        var last = Solved(new EmpiricalRisk(data, Loss.Quantile(0.2), bias: bias));
        Assert.InRange(last.Loss, 0, 1e-14);
        Assert.InRange(last.Memory.Gap, 0, 1e-13);
    }

    [Fact]
    public void A_hinge_that_no_line_helps_is_left_at_0()
    {
        var xor = new Dataset(Matrix.FromRows([0, 0], [0, 1], [1, 0], [1, 1]), [0, 1, 1, 0]);
        var last = Solved(new EmpiricalRisk(xor, Loss.Hinge, new L2(0.1)));
        Near.Equal(1, last.Loss, 1e-15);
        Assert.InRange(last.Memory.Gap, 0, 1e-13);

        var oneClass = new Dataset(xor.Features, Vector.Ones(4));
        Assert.Equal(0, Solved(new EmpiricalRisk(oneClass, Loss.Hinge, new L2(0.1))).Loss);
    }

    [Fact]
    public void Form_threads_and_views_change_no_bit()
    {
        Seed seed = 3;
        var features = Matrix.From(600, 40, (i, j) => (i + j) % 3 == 0 ? 0 : seed.Normal((i * 40) + j));
        var targets = Vector.From(Enumerable.Range(0, 600).Select(i => seed.Normal(30000 + i)));
        var data = new Dataset(features, targets);
        var expected = Run(new(data, Loss.Quantile(0.3)));
        Assert.Equal(expected, Run(new(data, Loss.Quantile(0.3), maxDegreeOfParallelism: 3)));
        Assert.Equal(expected, Run(new(data.WithFeatures(features.ToSparse()), Loss.Quantile(0.3))));
        Assert.Equal(expected, Run(new(data.Select(Enumerable.Range(0, 600)), Loss.Quantile(0.3))));

        static long[] Run(EmpiricalRisk risk) => StateBits.OfAll(
            new InteriorPoint().Minimize(risk, Vector.Zeros(risk.Dimension)).Take(100));
    }

    [Fact]
    public void What_it_cannot_minimize_is_refused_at_the_call()
    {
        var data = Samples.TwoClasses();
        Refused(new(data, Loss.Logistic, new L2(1)), "Hinge, Absolute and Quantile; this is Logistic");
        Refused(new(data, Loss.Perceptron, new L2(1)), "this is Perceptron");
        Refused(new(data, Loss.From((s, y) => s, (s, y) => 1)), "Loss.From");
        Refused(new(data, Loss.Hinge), "give every weight a penalty");
        Refused(new(data, Loss.Hinge, new L2(1) { Factors = [1, 0] }), "penalises weight 1");

        static void Refused(EmpiricalRisk risk, string message) => Assert.Contains(
            message,
            Assert.ThrowsAny<ArgumentException>(
                () => new InteriorPoint().Init(risk, Vector.Zeros(3))).Message,
            StringComparison.Ordinal);
    }

    private static State<InteriorPointMemory> Solved(EmpiricalRisk risk) =>
        new InteriorPoint().Minimize(risk, Vector.Zeros(risk.Dimension)).Take(200).Last();
}
