namespace Descent.Benchmarks;

/// <summary>Two classes drawn from a logistic model, so that the best loss is neither 0 nor log 2.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Columns">The number of features.</param>
internal sealed record LogisticProblem(string Name, int Rows, int Columns)
{
    /// <summary>200 000 × 100: 160 MB, larger than the caches.</summary>
    public static readonly LogisticProblem Large = new("logistic-200000x100", 200_000, 100);

    /// <summary>100 000 × 50: 40 MB.</summary>
    public static readonly LogisticProblem Middle = new("logistic-100000x50", 100_000, 50);

    /// <summary>2 000 × 50: 0.8 MB, in the cache of one core.</summary>
    public static readonly LogisticProblem Small = new("logistic-2000x50", 2_000, 50);

    /// <summary>
    /// Features from the standard normal distribution; scores with standard deviation 2; each target is 1
    /// with the probability that its score gives.
    /// </summary>
    public Problem Draw()
    {
        Seed seed = 2026;
        var (features, truth, chance) = (seed.Derive(0), seed.Derive(1), seed.Derive(2));
        var weights = Enumerable.Range(0, Columns).Select(j => truth.Normal(j)).ToArray();
        var scale = 2 / Math.Sqrt(weights.Sum(w => w * w));

        var x = new double[Rows * Columns];
        var y = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            var score = 0.0;
            for (var j = 0; j < Columns; j++)
            {
                var k = (i * Columns) + j;
                x[k] = features.Normal(k);
                score += scale * weights[j] * x[k];
            }

            y[i] = chance.Uniform(i) < Elementary.Sigmoid(score) ? 1 : 0;
        }

        return new Problem(Name, Rows, Columns, x, y);
    }
}
