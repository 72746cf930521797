using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(SmoothRisks)])]
public sealed class RiskHessianLaws
{
    [Property]
    public void The_Hessian_of_a_risk_is_never_suspected(RiskCase at)
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
    public void The_matrix_times_a_direction_is_the_product(RiskCase at, Values direction)
    {
        var (risk, n) = (at.Risk, at.Parameters.Count);
        var d = Vector.From(Enumerable.Range(0, n).Select(j => direction.Items[j % direction.Length]));
        var hessian = risk.HessianAt(at.Parameters);
        var bound = Rounding.Gamma(2 * (risk.Data.Count + n + 8)) * Sizes(risk, at.Parameters, d);
        Assert.True(Rounding.Within(hessian.Times(d), hessian.ToMatrix().Multiply(d), bound));
    }

    [Property]
    public void It_is_symmetric_and_has_the_same_bits_for_sparse_rows_and_views(RiskCase at, int seed)
    {
        var risk = DomainGenerators.With(at.Risk, Thinned.Of(at.Risk.Data, seed));
        var matrix = risk.HessianAt(at.Parameters).ToMatrix();
        var n = matrix.Rows;
        Assert.Equal(matrix, Matrix.From(n, n, (i, j) => matrix[j, i]));
        AssertEqualBits(matrix, Thinned.Sparse(risk).HessianAt(at.Parameters).ToMatrix());

        var view = Enumerable.Range(0, risk.Data.Count).Reverse().ToArray();
        var viewed = DomainGenerators.With(risk, risk.Data.Select(view));
        var copied = DomainGenerators.With(risk, new Dataset(
            Matrix.FromRows(view.Select(i => risk.Data.Features.Row(i).ToArray())),
            viewed.Data.Targets,
            viewed.Data.IsWeighted ? viewed.Data.Weights : null));
        var expected = copied.HessianAt(at.Parameters);
        AssertEqualBits(expected.ToMatrix(), viewed.HessianAt(at.Parameters).ToMatrix());
        Bits.Equal(expected.Times(at.Parameters), viewed.HessianAt(at.Parameters).Times(at.Parameters));
        Bits.Equal(
            expected.Times(at.Parameters),
            Thinned.Sparse(viewed).HessianAt(at.Parameters).Times(at.Parameters));
    }

    [Theory]
    [InlineData(300, 250)]
    [InlineData(9000, 21)]
    [InlineData(20_000, 12)]
    public void Any_number_of_threads_gives_the_bits_of_one(int rows, int features)
    {
        var data = Waves.Weighted(rows, features);
        var at = Waves.Parameters(features + 1);
        var expected = new EmpiricalRisk(data, Loss.Logistic, new L2(0.1)).HessianAt(at);
        foreach (var degree in new[] { 2, 3, 7 })
        {
            var hessian = new EmpiricalRisk(
                data, Loss.Logistic, new L2(0.1), maxDegreeOfParallelism: degree).HessianAt(at);
            AssertEqualBits(expected.ToMatrix(), hessian.ToMatrix());
            Bits.Equal(expected.Times(at), hessian.Times(at));
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(40, 8)]
    [InlineData(700, 17)]
    [InlineData(9000, 9)]
    public void Each_entry_is_summed_row_by_row_in_chunks(int rows, int features)
    {
        var x = Waves.Data(rows, features).Features;
        var weights = Waves.Parameters(rows);
        var entries = new double[features * features];
        WeightedGram.Write(x, weights, withOne: false, threads: 1, entries, features);
        for (var j = 0; j < features; j++)
        {
            for (var k = j; k < features; k++)
            {
                var total = 0.0;
                foreach (var chunk in Enumerable.Range(0, rows).Chunk(WeightedGram.ChunkRows))
                {
                    total += chunk.Aggregate(0.0, (sum, i) =>
                        Math.FusedMultiplyAdd(weights[i] * x[i, j], x[i, k], sum));
                }

                Bits.Equal(total, entries[(j * features) + k]);
                Bits.Equal(total, entries[(k * features) + j]);
            }
        }
    }

    [Fact]
    public void The_penalty_touches_the_weights_and_no_bias()
    {
        var data = new Dataset(Matrix.FromRows([1, 2], [0, 1]), [0, 1]);
        var penalty = new L2(3) { Factors = Vector.Of(1, 2) };
        var hessian = new EmpiricalRisk(data, Loss.HalfSquared, penalty, Reduction.Sum).HessianAt([5, 6, 7]);
        Assert.Equal(Matrix.FromRows([1 + 3, 2, 1], [2, 5 + 6, 3], [1, 3, 2]), hessian.ToMatrix());
        Assert.Equal([4, 2, 1], hessian.Times([1, 0, 0]));
        Assert.Equal(3, hessian.Dimension);
    }

    [Fact]
    public void What_is_not_known_is_said()
    {
        var data = new Dataset(Matrix.FromRows([1, 2], [0, 1]), [0, 1]);
        var bare = new EmpiricalRisk(data, Loss.From((s, y) => s - y, (_, _) => 1));
        Assert.Contains(
            "Loss.From",
            Assert.Throws<InvalidOperationException>(() => bare.HessianAt([0, 0, 0])).Message,
            StringComparison.Ordinal);
        var penalised = new EmpiricalRisk(data, Loss.HalfSquared, new Nothing());
        Assert.Contains(
            "HessianTimes",
            Assert.Throws<InvalidOperationException>(() => penalised.HessianAt([0, 0, 0])).Message,
            StringComparison.Ordinal);
        var risk = new EmpiricalRisk(data, Loss.HalfSquared);
        Assert.Throws<ArgumentException>("parameters", () => risk.HessianAt([1]));
        Assert.Throws<ArgumentException>("direction", () => risk.HessianAt([1, 2, 3]).Times([1]));
    }

    private static void AssertEqualBits(Matrix expected, Matrix actual)
    {
        for (var i = 0; i < expected.Rows; i++)
            Bits.Equal(Vector.Create(expected.Row(i)), Vector.Create(actual.Row(i)));
    }

    /// <summary>Σ |Dᵢ| |x̃ᵢ| (|x̃ᵢ|·|d|) and the penalty's part: what roundings are a share of.</summary>
    private static Vector Sizes(EmpiricalRisk risk, Vector parameters, Vector direction)
    {
        var bias = risk.HasBias ? parameters[^1] : 0;
        var curvatures = RiskCurvatures.Of(risk, risk.WeightsOf(parameters), bias);
        var sizes = (risk.Penalty?.CurvatureBound ?? 0) * direction.Map(Math.Abs);
        for (var i = 0; i < risk.Data.Count; i++)
        {
            Vector row = [.. risk.Data.Features.Row(i), .. risk.HasBias ? [1.0] : Array.Empty<double>()];
            var size = row.Map(Math.Abs);
            sizes += Math.Abs(curvatures[i]) * size.Dot(direction.Map(Math.Abs)) * size;
        }

        return sizes;
    }

    private sealed class Nothing : ISmoothPenalty
    {
        public double Value(Vector weights) => 0;

        public Vector Gradient(Vector weights) => Vector.Zeros(weights.Count);
    }
}
