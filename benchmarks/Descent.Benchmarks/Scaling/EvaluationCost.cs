namespace Descent.Benchmarks;

/// <summary>What one evaluation of the logistic risk costs at one size.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="Features">The number of features.</param>
/// <param name="Results">Laps of Descent and of the read sweep, with one thread and with several.</param>
internal sealed record EvaluationCost(int Rows, int Features, Results Results)
{
    private const long FeaturesRead = 1_000_000_000;

    /// <summary>Measures it.</summary>
    /// <param name="large">A problem with at least so many numbers, of which the first are taken.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="features">The number of features.</param>
    /// <param name="request">Repetitions and threads.</param>
    public static EvaluationCost Measure(Problem large, int rows, int features, Request request)
    {
        var problem = new Problem(
            large.Name, rows, features, large.Features[..(rows * features)], large.Targets[..rows]);
        var sweep = new ReadSweep(problem);
        Contender[] contenders =
        [
            Evaluate(Names.Descent, problem, threads: 1),
            Evaluate(Names.DescentParallel, problem, request.Threads),
            Sweep(Names.ReadSweep, sweep, threads: 1),
            Sweep(Names.ReadSweepParallel, sweep, request.Threads),
        ];
        var count = (int)(FeaturesRead / problem.Features.Length) / (request.Quick ? 10 : 1);
        return new EvaluationCost(rows, features, Race.Run(contenders, count, request.Repetitions));
    }

    /// <summary>Whether the number of threads changed no loss; says so where it did.</summary>
    public static bool SameBits(IReadOnlyList<EvaluationCost> costs, TextWriter output)
    {
        var agreement = new Agreement(0, "threads change the time only.");
        var disagreements = costs.SelectMany(cost => agreement.Disagreements(cost.Results)).ToList();
        foreach (var disagreement in disagreements)
            output.WriteLine($"DISAGREEMENT: {disagreement}");
        return disagreements.Count == 0;
    }

    /// <summary>The median time of one evaluation, or of one sweep.</summary>
    public double Microseconds(string contender) => 1000 * Results.Milliseconds(contender) / Results.Count;

    private static InProcess<double> Evaluate(string name, Problem problem, int threads)
    {
        var risk = problem.LogisticRisk(threads);
        var parameters = Vector.From(Enumerable.Range(0, risk.Dimension).Select(j => 0.01 * (j % 7)));
        double Work(int count)
        {
            var loss = 0.0;
            for (var k = 0; k < count; k++)
                loss = risk.Evaluate(parameters).Loss;
            return loss;
        }

        return new InProcess<double>(name, Work, loss => loss);
    }

    private static InProcess<double> Sweep(string name, ReadSweep sweep, int threads) =>
        new(name, count => sweep.InOrder(count, threads), _ => null) { IsLimit = true };
}
