using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>A risk over sparse features is the risk over the dense ones, bit for bit.</summary>
[Properties(Arbitrary = [typeof(DomainGenerators)])]
public sealed class SparseRiskLaws
{
    public static TheoryData<string, bool> LossesAndWeights
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (var name in KnownLosses.Names)
            {
                cases.Add(name, false);
                cases.Add(name, true);
            }

            return cases;
        }
    }

    [Property(MaxTest = 300)]
    public void Generated_objectives_have_the_bits_of_the_dense_ones(RiskCase sample, int seed)
    {
        var dense = DomainGenerators.With(sample.Risk, Thinned.Of(sample.Risk.Data, seed));
        AssertSame(dense, Thinned.Sparse(dense), sample.Parameters);
    }

    [Property(MaxTest = 300)]
    public void So_have_they_at_any_parameters(RiskCase sample, AnyDouble[] any, int seed)
    {
        var dense = DomainGenerators.With(sample.Risk, Thinned.Of(sample.Risk.Data, seed));
        AssertSame(dense, Thinned.Sparse(dense), Mixed(sample.Parameters, any, seed));
    }

    [Property(MaxTest = 300)]
    public void So_have_they_with_any_features(RiskCase sample, AnyDouble[] any, int seed)
    {
        if (any.All(x => !double.IsFinite(x)))
            return;

        var (finite, features) = (any.Where(x => double.IsFinite(x)).ToArray(), sample.Risk.Data.Features);
        var extreme = sample.Risk.Data.WithFeatures(Matrix.From(
            features.Rows, features.Columns, (i, j) => finite[((i * features.Columns) + j) % finite.Length]));
        var dense = DomainGenerators.With(sample.Risk, Thinned.Of(extreme, seed));
        AssertSame(dense, Thinned.Sparse(dense), sample.Parameters);
    }

    [Theory]
    [MemberData(nameof(LossesAndWeights))]
    public void Chunks_views_batches_and_threads_change_no_bit(string loss, bool weighted)
    {
        var waves = weighted ? Waves.Weighted(1300, 300) : Waves.Data(1300, 300);
        var view = waves.Select(Enumerable.Range(0, 1300).Select(i => i * 7 % 900));
        foreach (var data in new[] { waves, view })
        {
            var dense = new EmpiricalRisk(Thinned.Of(data, 3), KnownLosses.Named(loss), new L2(0.1));
            foreach (var threads in new[] { 1, 2, 3 })
                AssertSame(dense, Thinned.Sparse(dense, threads), Waves.Parameters(dense.Dimension));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(17)]
    public void Every_sum_is_taken_in_the_documented_order(int features)
    {
        foreach (var loss in new[] { Loss.Squared, Loss.Logistic })
        {
            var risk = new EmpiricalRisk(Thinned.Sparse(Thinned.Of(Waves.Weighted(521, features), 2)), loss);
            var parameters = Waves.Parameters(risk.Dimension);
            Bits.Equal(
                DocumentedOrder.Evaluate(risk, parameters, [.. Enumerable.Range(0, risk.Data.Count)]),
                risk.Evaluate(parameters));
        }
    }

    [Property]
    public void A_view_of_sparse_rows_is_the_view_of_the_dense_ones(RiskCase sample, int seed, Values places)
    {
        var data = Thinned.Of(sample.Risk.Data, seed);
        int[] rows = [.. places.Items.Select(x => (int)Math.Abs(x) % data.Count), 0];
        if (rows.All(i => data.Weights[i] == 0))
            return;

        var dense = DomainGenerators.With(sample.Risk, data.Select(rows));
        var view = DomainGenerators.With(sample.Risk, Thinned.Sparse(data).Select(rows));
        Assert.True(view.Data.Features.IsSparse);
        AssertSame(dense, view, sample.Parameters);
    }

    [Fact]
    public void A_slope_that_is_not_finite_reaches_the_weights_of_zeros_too()
    {
        var steep = Loss.From((_, _) => 1, (s, _) => s > 1 ? double.PositiveInfinity : 0.5);
        for (var rows = 1; rows < 20; rows++)
        {
            var dense = new EmpiricalRisk(
                new Dataset(
                    Matrix.From(rows, 12, (i, j) => i == j || j == 3 ? 1 + i : 0), Vector.Zeros(rows)),
                steep);
            AssertSame(dense, Thinned.Sparse(dense), Vector.Ones(13));
            AssertSame(dense, Thinned.Sparse(dense), Vector.Zeros(13));
        }
    }

    [Property]
    public void Scores_have_the_bits_of_the_dense_ones(RiskCase sample, AnyDouble[] any, int seed)
    {
        var dense = DomainGenerators.With(sample.Risk, Thinned.Of(sample.Risk.Data, seed));
        var sparse = Thinned.Sparse(dense);
        var parameters = Mixed(sample.Parameters, any, seed);
        Bits.Equal(dense.Scores(parameters), sparse.Scores(parameters));
        Bits.Equal(dense.Scores(parameters), dense.Scores(parameters, sparse.Data.Features));
    }

    [Property]
    public void Closed_forms_scalers_and_checks_do_not_see_the_form(Regression sample, int seed)
    {
        // A mean shows the sign of a zero, which is not stored.
        var sparse = Thinned.Sparse(Thinned.Of(sample.Data, seed));
        var dense = sparse.WithFeatures(sparse.Features.ToDense());
        Bits.Equal(NormalEquations.Ridge(dense, 0.1), NormalEquations.Ridge(sparse, 0.1));
        Bits.Equal(NormalEquations.LeastSquares(dense), NormalEquations.LeastSquares(sparse));
        Assert.Equal(
            LeastSquares.Solve(dense.Features, dense.Targets),
            LeastSquares.Solve(sparse.Features, sparse.Targets));
        Assert.Equal(
            GradientCheck.Of(new EmpiricalRisk(dense, Loss.Squared), sample.Parameters).ToString(),
            GradientCheck.Of(new EmpiricalRisk(sparse, Loss.Squared), sample.Parameters).ToString());

        var (scaler, same) = (Standardizer.Fit(dense), Standardizer.Fit(sparse));
        Bits.Equal(scaler.Mean, same.Mean);
        Bits.Equal(scaler.Scale, same.Scale);
        Assert.Equal(scaler.Transform(dense).Features, same.Transform(sparse).Features);
        Assert.False(same.Transform(sparse).Features.IsSparse);
    }

    [Fact]
    public void A_feature_that_is_not_finite_is_named_as_in_a_dense_dataset()
    {
        var features = Matrix.FromRows([0, 1, 0], [0, 0, double.NaN], [double.NaN, 0, 0]);
        string Refusal(Matrix made) =>
            Assert.Throws<ArgumentException>("features", () => new Dataset(made, [0, 1, 2])).Message;

        Assert.StartsWith(
            "Row 1, column 2 (x3) of features is NaN;", Refusal(features.ToSparse()),
            StringComparison.Ordinal);
        Assert.Equal(Refusal(features), Refusal(features.ToSparse()));
        Assert.StartsWith(
            "Row 0, column 0 (x1)", Refusal(features.ToSparse().SelectRows([2, 0, 1])),
            StringComparison.Ordinal);
    }

    [Property]
    public void A_split_has_the_same_parts(Regression sample, int seed)
    {
        var dense = Thinned.Of(sample.Data, seed);
        if (dense.Count < 2 || dense.Weights.Any(weight => weight == 0))
            return;

        var (train, test) = dense.Split(0.7, seed: 5);
        var sparse = Thinned.Sparse(dense).Split(0.7, seed: 5);
        Assert.Equal((train.Features, test.Features), (sparse.Train.Features, sparse.Test.Features));
        Assert.True(sparse.Train.Features.IsSparse && sparse.Test.Features.IsSparse);
    }

    private static void AssertSame(EmpiricalRisk dense, EmpiricalRisk sparse, Vector parameters)
    {
        Assert.True(sparse.Data.Features.IsSparse);
        Bits.Equal(dense.Evaluate(parameters), sparse.Evaluate(parameters));
        foreach (var size in new[] { 1, 2, 7, 64, 300 })
        {
            var expected = new MiniBatches(dense, size, seed: 4);
            var actual = new MiniBatches(sparse, size, seed: 4);
            for (var step = 0; step < Math.Min(expected.StepsPerEpoch, 10); step++)
                Bits.Equal(expected.At(step).Evaluate(parameters), actual.At(step).Evaluate(parameters));
        }
    }

    /// <summary>About one parameter in four replaced by any of the doubles given.</summary>
    private static Vector Mixed(Vector parameters, AnyDouble[] any, int seed)
    {
        var draws = UglyNumbers.Sequence(parameters.Count, seed);
        return Vector.From(parameters.Select(
            (p, j) => any.Length > 0 && draws[j] > 0.5 ? any[j % any.Length].Value : p));
    }
}
