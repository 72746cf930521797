using Descent.Linq;

namespace Descent.Models;

/// <summary>The perceptron: one row after the other, and a step only where the row is misjudged.</summary>
/// <remarks>
/// <para>From zeros, <c>w ← w + c σ x, b ← b + c σ</c> where <c>σ (w·x + b) ≤ 0</c>, σ being 1 for class 1
/// and −1 for 0 and c the row's weight (Rosenblatt 1958): gradient descent at rate 1 on the
/// <see cref="Loss.Perceptron"/> of single rows. Another rate would only multiply the weights. A row on the
/// plane counts as misjudged, so that the start moves. A row of weight 2 takes a double step, but is seen
/// once, which is not quite the row twice; a row of weight 0 takes none.</para>
/// <para>Each epoch sees all rows in an order of its own, from the seed. A fit ends after an epoch without a
/// mistake. Where some plane through 0 in the space of (x, 1) separates the classes with a margin γ, all rows
/// being of length at most R there, that happens after at most (R / γ)² mistakes (Novikoff 1962), unit
/// weights understood; where none does, it never happens, and the report of the last epoch says so.</para>
/// </remarks>
/// <param name="Seed">Decides the order of the rows in each epoch.</param>
/// <param name="MaxEpochs">After how many epochs a fit ends in any case, at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="MaxEpochs"/> is less than 1.</exception>
public sealed record Perceptron(Seed Seed = default, int MaxEpochs = 1000)
    : IIterativeLearner<LinearClassifier>
{
    /// <summary>After how many epochs a fit ends in any case, at least 1.</summary>
    public int MaxEpochs { get; init => field = Guard.AtLeast(value, 1, nameof(MaxEpochs)); } =
        Guard.AtLeast(MaxEpochs, 1);

    /// <summary>Whether the model has a bias.</summary>
    public bool Bias { get; init; } = true;

    /// <inheritdoc/>
    public IFit<LinearClassifier> Fit(Dataset data)
    {
        var batches = Batches(data);
        var rule = Mistakes.Until(batches.StepsPerEpoch)
            | StopRule.Steps((long)MaxEpochs * batches.StepsPerEpoch);
        var end = Training(batches).Watch(rule).Last();
        return new Fit<LinearClassifier>(
            ModelOf(data, end.Parameters),
            new PerceptronReport(
                $"Perceptron on {data}, row by row",
                end.Reason!,
                end.Reason!.IsConvergence,
                end.Step / batches.StepsPerEpoch,
                Mistakes.Of(end.Memory)));
    }

    /// <summary>The states of a training, a row each, lazily and without end.</summary>
    /// <remarks>
    /// Loss and gradient of a state are those of the row that its step sees: the gradient is 0 where that row
    /// is judged right.
    /// </remarks>
    /// <param name="data">The rows to learn from; targets are 0 and 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">The learner cannot read the targets.</exception>
    public IEnumerable<IState> Training(Dataset data) => Training(Batches(data));

    /// <inheritdoc/>
    public LinearClassifier ModelOf(Dataset data, Vector parameters)
    {
        var (weights, bias) = LinearParameters.Split(data, parameters, Bias);
        return new(weights, bias);
    }

    /// <summary>The name and the settings that are not the usual ones.</summary>
    public override string ToString() => LearnerText.Of(
        nameof(Perceptron),
        LearnerText.Unless(default, Seed, "seed"),
        LearnerText.Unless(1000, MaxEpochs, "epochs"),
        LearnerText.Bias(Bias));

    private MiniBatches Batches(Dataset data)
    {
        ModelGuard.Classes(Guard.NotNull(data), 2);
        return new(new EmpiricalRisk(data, Loss.Perceptron, null, Reduction.Sum, Bias), 1, Seed);
    }

    private static Training<NoMemory> Training(MiniBatches batches) =>
        new GradientDescent(1).Minimize(batches, Vector.Zeros(batches.Dimension));

    /// <summary>What a rule remembers of mistakes: those of this epoch, of all before, of the last.</summary>
    private static class Mistakes
    {
        public static StopRule Until(int epoch) => StopRule.From(
            "mistakes in an epoch",
            [0, 0, double.NaN],
            (seen, state) => state.Step % epoch == 0 && state.Step > 0
                ? [In(state), seen[1] + seen[0], seen[0]]
                : [seen[0] + In(state), seen[1], double.NaN],
            seen => seen[2],
            atMost: 0,
            isConvergence: true);

        public static long Of(StopMemory memory) => (long)memory.Parts[0].Content[1];

        private static double In(IState state) => state.Gradient.NormInf > 0 ? 1 : 0;
    }
}
