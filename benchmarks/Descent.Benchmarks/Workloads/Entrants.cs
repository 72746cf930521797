using Descent.Linq;

namespace Descent.Benchmarks;

/// <summary>Contenders that several workloads share.</summary>
internal static class Entrants
{
    /// <summary>Descent over all rows, each state drawn from the sequence.</summary>
    public static Contender FullBatch(string name, Problem problem, double rate, int threads = 1)
    {
        var risk = problem.LogisticRisk(threads);
        var training = new GradientDescent(rate).Minimize(risk, Vector.Zeros(risk.Dimension));
        return new InProcess<double>(name, count => training.Steps(count - 1).Last().Loss, loss => loss);
    }

    /// <summary>Descent over shuffled batches, once by epochs and once with all states drawn.</summary>
    public static IEnumerable<Contender> Batches(Problem problem, int size, double rate)
    {
        var risk = problem.LogisticRisk();
        var batches = new MiniBatches(risk, size, ShuffledRows.Seed);
        var training = new GradientDescent(rate).Minimize(batches, Vector.Zeros(risk.Dimension));
        double? Loss(Vector weights) => risk.Evaluate(weights).Loss;

        yield return new InProcess<Vector>(
            Names.EveryEpoch, epochs => training.EveryEpoch().ElementAt(epochs).Parameters, Loss);
        yield return new InProcess<Vector>(
            Names.AllStates,
            epochs => training.Steps((long)epochs * training.StepsPerEpoch).Last().Parameters,
            Loss);
    }

    /// <summary>The rivals of this process on the logistic loss over all rows.</summary>
    public static IEnumerable<Contender> FullBatchRivals(Problem problem, double rate) =>
        Logistic(problem).Select(rival =>
            new InProcess<double>(rival.Name, count => rival.FullBatch(count, rate), loss => loss));

    /// <summary>The rivals of this process on the logistic loss over shuffled batches.</summary>
    public static IEnumerable<Contender> BatchRivals(Problem problem, int size, double rate)
    {
        var risk = problem.LogisticRisk();
        return Logistic(problem).Select(rival =>
            new InProcess<double[]>(
                rival.Name,
                epochs => rival.Epochs(epochs, size, rate),
                weights => risk.Evaluate(Vector.Of(weights)).Loss));
    }

    /// <summary>The time that the dots and axpys of the same batches take.</summary>
    public static Contender BatchLimit(Problem problem, int size, int epochs)
    {
        var limit = new LoadsAndFmas(problem);
        var orders = Enumerable.Range(0, epochs).Select(e => ShuffledRows.Of(e, problem.Rows)).ToArray();
        double Work(int count) => limit.Epochs(orders.Take(count), size);
        return new InProcess<double>(Names.LoadsAndFmas, Work, _ => null) { IsLimit = true };
    }

    private static IEnumerable<ILogisticRival> Logistic(Problem problem) =>
        [new PlainLogistic(problem), new TensorLogistic(problem), new MathNetLogistic(problem)];
}
