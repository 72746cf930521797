namespace Descent.Benchmarks;

/// <summary>A linear model of which one weight in ten is not 0: 20 000 × 500, 80 MB.</summary>
internal static class LassoProblem
{
    /// <summary>The name of its file.</summary>
    public const string Name = "lasso-20000x500";

    /// <summary>λ as a share of the least λ at which all weights are 0.</summary>
    public const double Share = 0.05;

    private const int Rows = 20_000;
    private const int Columns = 500;
    private const int Informative = Columns / 10;

    /// <summary>
    /// Features, the weights of every tenth of them, and noise from the standard normal distribution; the
    /// noise has as much variance as a tenth of the scores.
    /// </summary>
    public static Problem Draw()
    {
        Seed seed = 2026;
        var (features, truth, chance) = (seed.Derive(0), seed.Derive(1), seed.Derive(2));
        var noise = Math.Sqrt(Informative / 10.0);
        var x = new double[Rows * Columns];
        var y = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < Columns; j++)
            {
                var k = (i * Columns) + j;
                x[k] = features.Normal(k);
                if (j % (Columns / Informative) == 0)
                    y[i] += truth.Normal(j) * x[k];
            }

            y[i] += noise * chance.Normal(i);
        }

        return new Problem(Name, Rows, Columns, x, y);
    }

    /// <summary>λ for the mean of half squared errors.</summary>
    public static double StrengthOf(Problem problem)
    {
        var correlations = problem.ToDataset().Features.TransposeMultiply(Vector.Of(problem.Targets));
        return Share * correlations.NormInf / problem.Rows;
    }
}
