using Descent.Linq;

namespace Descent.Bits;

/// <summary>Fifty steps of each optimizer on mini-batches of logistic regression.</summary>
internal static class TrainingBits
{
    private const int Steps = 50;

    public static IEnumerable<(string Name, string Hash)> All()
    {
        yield return ("training.gradient-descent", Hash(new GradientDescent(0.5)));
        yield return ("training.momentum", Hash(new Momentum(0.1)));
        yield return ("training.nesterov", Hash(new Nesterov(0.1)));
        yield return ("training.adam", Hash(new Adam(0.01)));
        yield return ("training.clipped-momentum", Hash(new Momentum(0.1).ClipByNorm(0.05)));
        yield return ("training.exponential", Hash(new GradientDescent(LearningRate.Exponential(0.5, 0.97))));
        var cosine = LearningRate.Cosine(0.5, Steps).WithWarmUp(5);
        yield return ("training.cosine", Hash(new GradientDescent(cosine)));
    }

    private static string Hash<TMemory>(IOptimizer<TMemory> optimizer)
    {
        var risk = new EmpiricalRisk(RiskBits.Data(weighted: false), Loss.Logistic, new L2(0.01));
        var batches = new MiniBatches(risk, size: 37, seed: 1847);
        return BitHash.Of(
            from state in optimizer.Minimize(batches, Vector.Zeros(risk.Dimension)).Steps(Steps)
            from value in state.Parameters.Concat(state.Gradient).Append(state.Loss)
            select value);
    }
}
