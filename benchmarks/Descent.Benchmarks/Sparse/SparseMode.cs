using System.Diagnostics;
using Descent.Linq;

namespace Descent.Benchmarks;

/// <summary>Logistic regression on a bag of words: many columns, few entries a row.</summary>
internal static class SparseMode
{
    private const int Columns = 130_000;
    private const int EntriesPerRow = 130;

    /// <summary>Measures and prints one table.</summary>
    /// <returns>0, or 1 where threads change a loss.</returns>
    public static int Run(Request request, TextWriter output)
    {
        var data = Words(request.Quick ? 1_100 : 11_000);
        var risk = new EmpiricalRisk(data, Loss.Logistic);
        var parallel = new EmpiricalRisk(data, Loss.Logistic, maxDegreeOfParallelism: request.Threads);
        var start = Vector.Zeros(risk.Dimension);
        var lasso = new ProximalGradient(4, new L1(1e-4));
        var descent = new GradientDescent(4);
        var rows = new MiniBatches(risk, 1, seed: 1);
        var batches = new MiniBatches(risk, 64, seed: 1);
        var slow = new GradientDescent(0.1);

        Machine.PrintName(request, output);
        output.WriteLine(
            $"{data}, {Show.Whole((int)data.Features.NonZeroCount)} entries not 0; medians of "
            + $"{Show.Whole(request.Repetitions)} runs.");
        output.WriteLine();

        var table = new Table("work", "median ms", "loss at the end");
        Add("100 evaluations", () => LossAfterEvaluations(risk));
        Add("100 evaluations, several threads", () => LossAfterEvaluations(parallel));
        Add("100 states of gradient descent", () => descent.Minimize(risk, start).Steps(100).Last().Loss);
        Add("100 states of the lasso", () => lasso.Minimize(risk, start).Steps(100).Last().Loss);
        Add("1 epoch of batches of 64, EveryEpoch()", () => LossAfterAnEpoch(batches));
        Add("1 epoch of single rows, EveryEpoch()", () => LossAfterAnEpoch(rows));
        table.Print(output);

        var weights = lasso.Minimize(risk, start).Steps(100).Last().Parameters[..^1];
        output.WriteLine($"The lasso left {Show.Whole(weights.Count(w => w != 0))} weights that are not 0.");
        return risk.Evaluate(start) == parallel.Evaluate(start) ? 0 : 1;

        double LossAfterEvaluations(EmpiricalRisk asked)
        {
            var loss = 0.0;
            for (var i = 0; i < 100; i++)
                loss = asked.Evaluate(start).Loss;
            return loss;
        }

        double LossAfterAnEpoch(MiniBatches sample) =>
            risk.Evaluate(slow.Minimize(sample, start).EveryEpoch().ElementAt(1).Parameters).Loss;

        void Add(string work, Func<double> run)
        {
            var loss = run();
            var times = Enumerable.Range(0, request.Repetitions)
                .Select(_ =>
                {
                    var watch = Stopwatch.StartNew();
                    run();
                    return watch.Elapsed.TotalMilliseconds;
                })
                .Order()
                .ToList();
            table.Add(work, Show.Number(times[times.Count / 2]), Show.Number(loss));
        }
    }

    /// <summary>Rows of random words, with a label that a tenth of the words decide.</summary>
    private static Dataset Words(int count)
    {
        Seed seed = 20;
        var entries = new List<MatrixEntry>(count * EntriesPerRow);
        var targets = new double[count];
        for (var i = 0; i < count; i++)
        {
            var draws = seed.Derive(i);
            var words = Enumerable.Range(0, EntriesPerRow).Select(k => draws.Integer(k, Columns)).Distinct();
            var score = 0;
            foreach (var word in words)
            {
                entries.Add(new MatrixEntry(i, word, 1));
                score += (word % 20) switch { 0 => 1, 1 => -1, _ => 0 };
            }

            targets[i] = score > 0 ? 1 : 0;
        }

        return new Dataset(Matrix.FromEntries(count, Columns, entries), Vector.Of(targets));
    }
}
