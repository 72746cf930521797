using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(SoftmaxCases)])]
public sealed class SoftmaxHessianLaws
{
    [Property(MaxTest = 40)]
    public void The_Hessian_of_a_softmax_is_never_suspected(SoftmaxCase at)
    {
        var risk = at.Risk;
        Assert.NotEqual(
            GradientVerdict.Wrong,
            HessianCheck.Of(risk, x => risk.HessianAt(x).ToMatrix(), at.Parameters).Verdict);
        Assert.NotEqual(
            GradientVerdict.Wrong,
            HessianCheck.OfProduct(risk, (x, d) => risk.HessianAt(x).Times(d), at.Parameters).Verdict);
    }

    [Property]
    public void The_matrix_is_symmetric_and_its_product_with_a_direction_the_product(SoftmaxCase at)
    {
        // Numbers are at most 4 in size: no product with a sample is above (4 · 4 · 10) · 4, and the mean of
        // all, with twice as many roundings as there are terms, is off by no more than this.
        var hessian = at.Risk.HessianAt(at.Parameters);
        var (matrix, n) = (hessian.ToMatrix(), hessian.Dimension);
        Assert.Equal(matrix, Matrix.From(n, n, (i, j) => matrix[j, i]));
        var bound = Rounding.Gamma(2 * (at.Data.Count + n + 20)) * 640;
        Assert.True(Rounding.Within(
            hessian.Times(at.Parameters), matrix.Multiply(at.Parameters), bound * Vector.Ones(n)));
    }

    [Fact]
    public void Two_classes_bend_as_logistic_risk_does_sure_samples_too()
    {
        // s = 30 x: the second derivative is as small as 1e-13, and keeps its digits.
        var data = new Dataset(Matrix.FromRows([1.0], [0.5], [-1.0]), [1, 1, 0]);
        var softmax = new SoftmaxRisk(data, 2, bias: false).HessianAt([0, 30]);
        var logistic = new EmpiricalRisk(data, Loss.Logistic, bias: false).HessianAt([30]).ToMatrix()[0, 0];
        Near.Equal(logistic, softmax.ToMatrix()[1, 1], 1e-14);
        Near.Equal(logistic, softmax.ToMatrix()[0, 0], 1e-14);
        Near.Equal(-logistic, softmax.ToMatrix()[0, 1], 1e-14);
        Near.Equal(Vector.Of(-logistic, logistic), softmax.Times([0, 1]), 1e-14);
    }

    [Fact]
    public void Threads_sparse_rows_and_weights_change_what_they_should()
    {
        var waves = Waves.Weighted(1300, 60);
        var data = new Dataset(
            Thinned.Of(waves.Features, 5), Vector.From(Enumerable.Range(0, 1300).Select(i => i % 3 * 1.0)),
            waves.Weights);
        var at = Waves.Parameters(3 * 61);
        var expected = new SoftmaxRisk(data, 3, new L2(0.1)).HessianAt(at);
        foreach (var risk in new[]
        {
            new SoftmaxRisk(data, 3, new L2(0.1), maxDegreeOfParallelism: 3),
            new SoftmaxRisk(Thinned.Sparse(data), 3, new L2(0.1)),
        })
        {
            Assert.Equal(expected.ToMatrix(), risk.HessianAt(at).ToMatrix());
            Assert.Equal(expected.Times(at), risk.HessianAt(at).Times(at));
        }

        // A row of weight 2 counts twice, and one of weight 0 not at all.
        var rows = Waves.Data(4, 2);
        var twice = new Dataset(rows.Features, [0, 1, 2, 1], Vector.Of(1, 2, 0, 1));
        var repeated = new Dataset(rows.Features, [0, 1, 2, 1]).Select([0, 1, 1, 3]);
        var x = Waves.Parameters(9);
        var once = new SoftmaxRisk(twice, 3).HessianAt(x).ToMatrix();
        var again = new SoftmaxRisk(repeated, 3).HessianAt(x).ToMatrix();
        Assert.All(Enumerable.Range(0, 9), i => Assert.True(Rounding.Within(
            Vector.Create(once.Row(i)),
            Vector.Create(again.Row(i)),
            Rounding.Gamma(40) * Vector.Ones(9))));
    }
}
