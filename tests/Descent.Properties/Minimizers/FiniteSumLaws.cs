using Descent.Linq;
using Xunit;

namespace Descent.Properties;

/// <summary>SAGA and SVRG lead to the minimum that full gradients lead to, and draw rows purely.</summary>
public sealed class FiniteSumLaws
{
    private static readonly Dataset Data = Drawn(200, 6, 5);

    private static readonly EmpiricalRisk[] Risks =
    [
        new(Data, Loss.HalfSquared),
        new(Data, Loss.Logistic, new L2(0.1)),
        new(Data, Loss.Logistic, new L2(0.1), bias: false),
        new(Data, Loss.SquaredHinge, new L2(0.2), Reduction.Sum),
        new(Weighted(Data), Loss.Huber(1.2), new L2(0.1) { Factors = [1, 2, 0.5, 1, 1, 3] }),
        new(Weighted(Data), Loss.LogCosh, new L2(0.05), Reduction.Sum),
        new(Data.Select([.. Enumerable.Range(0, 90).Select(i => (7 * i) % 200)]), Loss.Logistic, new L2(0.1)),
        new(Data, Loss.From((s, y) => (s - y) * (s - y), (s, y) => 2 * (s - y), curvatureBound: 2)),
    ];

    private static readonly IProximalPenalty?[] Penalties =
        [null, new L1(0.05), new ElasticNet(0.1), new L1(0.05) { Factors = [1, 2, 0, 1, 1, 3] },
            new ElasticNet(0.1, 0.3) { Factors = [1, 2, 0, 1, 1, 3] }, new NonNegative(), new Ball(0.4)];

    // The squared distance of an optimality of δ is at most (δ / μ)², with μ at least 0.05 here: the risks'
    // own strength, or the least eigenvalue of 200 rows of independent features. Sums have 200 times both.
    [Fact]
    public void Both_lead_to_the_minimum_of_full_gradients()
    {
        foreach (var risk in Risks)
        {
            var scale = risk.Reduction == Reduction.Sum ? 200 : 1;
            foreach (var penalty in Penalties)
            {
                var start = Vector.Zeros(risk.Dimension);
                var best = new Fista(penalty ?? new L1(0)).Minimize(risk, start).Steps(5000)
                    .Until(s => s.Optimality <= 1e-12 * scale).Last();
                AssertNear(new Saga(penalty, Seed: 1).Minimize(risk, start), best, penalty, scale);
                AssertNear(new Svrg(penalty, Seed: 1).Minimize(risk, start), best, penalty, scale);
            }
        }
    }

    [Fact]
    public void A_pass_of_Saga_is_the_naive_loop()
    {
        foreach (var risk in Risks)
        {
            foreach (var penalty in Penalties)
            {
                var saga = new Saga(penalty, Seed: 9);
                var state = saga.Init(risk, Start(risk, penalty));
                for (var pass = 0; pass < 2; pass++)
                {
                    var (parameters, slopes) = Naive(
                        risk, penalty, state.Parameters, state.Memory.Slopes, state.Memory.Rate,
                        new Seed(9).Derive(pass), risk.Data.Count, learns: true);
                    state = saga.Step(risk, state);
                    AssertClose(parameters, state.Parameters);
                    AssertClose(slopes, state.Memory.Slopes);
                }
            }
        }
    }

    [Fact]
    public void A_step_of_Svrg_is_the_naive_loop()
    {
        foreach (var risk in Risks)
        {
            foreach (var penalty in Penalties)
            {
                var svrg = new Svrg(penalty, Seed: 9);
                var state = svrg.Init(risk, Start(risk, penalty));
                for (var step = 0; step < 1; step++)
                {
                    var (parameters, _) = Naive(
                        risk, penalty, state.Parameters, Slopes(risk, state.Parameters), state.Memory.Rate,
                        new Seed(9).Derive(step), 2 * risk.Data.Count, learns: false);
                    state = svrg.Step(risk, state);
                    AssertClose(parameters, state.Parameters);
                }
            }
        }
    }

    [Fact]
    public void On_one_row_both_are_proximal_gradient()
    {
        // There is no noise to reduce: a pass of SAGA is one step, a step of SVRG as many as it has passes.
        var risk = new EmpiricalRisk(Data.Select([3]), Loss.HalfSquared, new L2(0.1));
        var rule = new ProximalGradient(0.02, new L1(0.05));
        var plain = rule.Minimize(risk, Vector.Ones(7)).Take(13).ToArray();
        var saga = new Saga(new L1(0.05), 0.02).Minimize(risk, Vector.Ones(7)).Take(13).ToArray();
        var svrg = new Svrg(new L1(0.05), 0.02).Minimize(risk, Vector.Ones(7)).Take(7).ToArray();
        for (var k = 0; k < 13; k++)
            AssertClose(plain[k].Parameters, saga[k].Parameters);
        for (var k = 0; k < 7; k++)
            AssertClose(plain[2 * k].Parameters, svrg[k].Parameters);
    }

    [Fact]
    public void Sparse_rows_give_the_bits_of_dense_ones_and_threads_change_none()
    {
        var dense = Drawn(3000, 40, 8);
        var holes = Matrix.From(3000, 40, (i, j) => (i + j) % 4 == 0 ? dense.Features[i, j] : 0);
        var entries = Enumerable.Range(0, 3000).SelectMany(i => Enumerable.Range(0, 40)
            .Where(j => holes[i, j] != 0).Select(j => new MatrixEntry(i, j, holes[i, j])));
        var sparse = Matrix.FromEntries(3000, 40, entries);
        EmpiricalRisk Risk(Matrix features, int threads) => new(
            new Dataset(features, dense.Targets),
            Loss.Logistic,
            new L2(0.01),
            maxDegreeOfParallelism: threads);

        var one = Risk(holes, 1);
        foreach (var other in new[] { Risk(sparse, 1), Risk(holes, 2), Risk(sparse, 2) })
        {
            Assert.Equal(
                new Saga(new L1(0.01), Seed: 2).Minimize(one, Vector.Zeros(41)).Take(3),
                new Saga(new L1(0.01), Seed: 2).Minimize(other, Vector.Zeros(41)).Take(3));
            Assert.Equal(
                new Svrg(new L1(0.01), Seed: 2).Minimize(one, Vector.Zeros(41)).Take(3),
                new Svrg(new L1(0.01), Seed: 2).Minimize(other, Vector.Zeros(41)).Take(3));
        }
    }

    [Fact]
    public void The_distance_to_the_minimum_falls_as_theory_says()
    {
        // E‖x − x*‖² ≤ (1 − min(1 / 4N, μ / 3L))ᵏ (‖x₀ − x*‖² + 2N / 3L · (f(x₀) − f(x*))) after k rows,
        // where ∇f(x*) = 0 (Defazio, Bach, Lacoste-Julien 2014). One run of a hundred may be a
        // hundred times off.
        var risk = new EmpiricalRisk(Data, Loss.Logistic, new L2(0.1));
        var best = new Fista(new L1(0)).Minimize(risk, Vector.Zeros(7)).Until(s => s.Converged(1e-13)).Last();
        var run = new Saga(Seed: 4).Minimize(risk, Vector.Zeros(7)).Take(40).ToArray();
        var curvature = 1 / (3 * run[0].Memory.Rate);
        var share = 1 - Math.Min(1.0 / 800, 0.1 / (3 * curvature));
        var first = best.Parameters.Dot(best.Parameters)
            + (400 / (3 * curvature) * (run[0].Loss - best.Loss));
        foreach (var state in run)
        {
            var distance = (state.Parameters - best.Parameters).Norm;
            Assert.True(distance * distance <= (100 * first * Math.Pow(share, 200 * state.Step)) + 1e-24);
        }
    }

    [Fact]
    public void From_the_minimum_neither_moves_away()
    {
        var (risk, penalty) = (Risks[1], new L1(0.05));
        var best = new Fista(penalty).Minimize(risk, Vector.Zeros(7)).Steps(5000)
            .Until(s => s.Optimality <= 1e-14).Last();
        var saga = new Saga(penalty).Minimize(risk, best.Parameters).Take(10).Last();
        var svrg = new Svrg(penalty).Minimize(risk, best.Parameters).Take(10).Last();
        Assert.True((saga.Parameters - best.Parameters).NormInf <= 1e-13);
        Assert.True((svrg.Parameters - best.Parameters).NormInf <= 1e-13);
    }

    [Fact]
    public void Another_seed_draws_other_rows_and_evaluations_are_counted_in_passes()
    {
        var start = Vector.Zeros(7);
        var one = new Saga(Seed: 1).Minimize(Risks[0], start).Take(3).ToArray();
        var two = new Saga(Seed: 2).Minimize(Risks[0], start).Take(3).ToArray();
        Assert.NotEqual(one[^1].Parameters, two[^1].Parameters);
        Assert.Equal([2L, 4, 6], one.Select(s => s.Evaluations));
        var passes = new Svrg(Passes: 3).Minimize(Risks[0], start).Take(3);
        Assert.Equal([1L, 6, 11], passes.Select(s => s.Evaluations));
    }

    [Fact]
    public void A_loss_with_a_kink_asks_for_a_rate()
    {
        var risk = new EmpiricalRisk(Data, Loss.Hinge, new L2(0.1));
        foreach (var init in new Func<object>[]
            { () => new Saga().Init(risk, Vector.Zeros(7)), () => new Svrg().Init(risk, Vector.Zeros(7)) })
        {
            var error = Assert.Throws<InvalidOperationException>(() => { init(); });
            Assert.Contains("choose a rate by hand", error.Message, StringComparison.Ordinal);
        }

        Assert.True(new Saga(Rate: 0.01).Minimize(risk, Vector.Zeros(7)).ElementAt(5).IsFinite);
    }

    [Fact]
    public void A_table_of_other_rows_is_refused()
    {
        var at = new Saga().Init(Risks[0], Vector.Zeros(7));
        var other = new EmpiricalRisk(Drawn(50, 6, 1), Loss.HalfSquared);
        Assert.Throws<ArgumentException>("state.Memory.Slopes", () => { new Saga().Step(other, at); });
        Assert.Throws<ArgumentOutOfRangeException>("Passes", () => new Svrg(Passes: 0));
        CommaHabits.Print("Saga(L1(0.5), 0.1, seed 7)", new Saga(new L1(0.5), 0.1, 7));
        CommaHabits.Print("Svrg(no penalty, 1 / 4L, seed 0, 2 passes)", new Svrg());
    }

    private static void AssertNear<TMemory>(
        Training<TMemory> run, IState best, IProximalPenalty? penalty, int scale)
    {
        var last = run.Steps(3000).Until(s => s.Optimality <= 2e-11 * scale).Last();
        Assert.True(last.Converged(2e-11 * scale), $"{penalty}: {last}");
        Assert.True((last.Parameters - best.Parameters).Norm <= 1e-9, $"{penalty}: {last}");
        Near.Equal(best.Loss, last.Loss, 1e-12);
        Assert.Equal(best.Parameters.Select(w => w == 0), last.Parameters.Select(w => w == 0));
    }

    private static Vector Start(EmpiricalRisk risk, IProximalPenalty? penalty) =>
        penalty is null or NonNegative ? 0.5 * Vector.Ones(risk.Dimension) : Vector.Zeros(risk.Dimension);

    // Both round in orders of their own; 600 rows at rates below 1 / L, which let no error grow.
    private static void AssertClose(Vector expected, Vector actual) =>
        Assert.True(
            (expected - actual).NormInf <= 1e-12 * (1 + expected.NormInf), $"{actual} not {expected}");

    private static Vector Slopes(EmpiricalRisk risk, Vector x) => Vector.From(
        risk.Scores(x).Zip(risk.Data.Targets, risk.Loss.Derivative));

    /// <summary>The textbook's loop on vectors: the mean is made anew from the table each time.</summary>
    private static (Vector Parameters, Vector Slopes) Naive(
        EmpiricalRisk risk, IProximalPenalty? penalty, Vector x, Vector slopes, double rate, Seed draws,
        int rows, bool learns)
    {
        var (data, table) = (risk.Data, slopes.ToArray());
        var count = data.Count;
        var divisor = risk.Reduction == Reduction.Sum ? 1 : data.Weights.Sum();
        Vector[] full = [.. Enumerable.Range(0, count).Select(i =>
            risk.HasBias ? [.. data.Features.Row(i), 1.0] : Vector.Create(data.Features.Row(i)))];
        for (var k = 0; k < rows; k++)
        {
            var i = draws.Integer(k, count);
            var mean = Enumerable.Range(0, count).Aggregate(
                Vector.Zeros(x.Count), (sum, j) => sum + (data.Weights[j] * table[j] / divisor * full[j]));
            var slope = risk.Loss.Derivative(full[i].Dot(x), data.Targets[i]);
            var direction = mean + (data.Weights[i] * count / divisor * (slope - table[i]) * full[i]);
            var weights = risk.HasBias ? x[..^1] : x;
            if (risk.Penalty is { } smooth)
                direction += risk.HasBias ? [.. smooth.Gradient(weights), 0.0] : smooth.Gradient(weights);
            x -= rate * direction;
            weights = risk.HasBias ? x[..^1] : x;
            weights = penalty?.Proximal(weights, rate) ?? weights;
            x = risk.HasBias ? [.. weights, x[^1]] : weights;
            if (learns)
                table[i] = slope;
        }

        return (x, Vector.Of(table));
    }

    /// <summary>Independent normal features and targets 0 and 1 that a line mostly tells apart.</summary>
    private static Dataset Drawn(int rows, int columns, Seed seed)
    {
        var features = Matrix.From(rows, columns, (i, j) => seed.Normal((i * columns) + j));
        return new(features, Vector.From(Enumerable.Range(0, rows).Select(i =>
            features[i, 0] - features[i, 1] + seed.Derive(1).Normal(i) > 0 ? 1.0 : 0.0)));
    }

    private static Dataset Weighted(Dataset data) => new(
        data.Features, data.Targets, Vector.From(Enumerable.Range(0, data.Count).Select(i => i % 4 / 2.0)));
}
