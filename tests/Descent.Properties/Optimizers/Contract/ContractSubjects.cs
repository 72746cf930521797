namespace Descent.Properties;

/// <summary>The one list of optimizers and minimizers that every contract law runs over.</summary>
public static class ContractSubjects
{
    public static IReadOnlyList<IContractSubject> All { get; } =
    [
        Of("GradientDescent", new GradientDescent(0.05)),
        Of("Momentum", new Momentum(0.02)),
        Of("Nesterov", new Nesterov(0.02, 0.8)),
        Of("Adam", new Adam(0.05)),

        Of("GradientDescent, step decay", new GradientDescent(LearningRate.StepDecay(0.1, 0.5, 7))),
        Of("GradientDescent, own schedule",
            new GradientDescent(LearningRate.From(t => 0.1 / Math.Sqrt(t + 1)))),
        Of("Momentum, inverse time", new Momentum(LearningRate.InverseTime(0.02, 0.1))),
        Of("Nesterov, exponential", new Nesterov(LearningRate.Exponential(0.02, 0.99))),
        Of("Adam, warm-up and cosine", new Adam(LearningRate.Cosine(0.1, 20, 0.01).WithWarmUp(5))),

        Of("GradientDescent, clipped", new GradientDescent(0.05).ClipByNorm(0.5)),
        Of("Momentum, clipped", new Momentum(0.02).ClipByNorm(0.5)),
        Of("Nesterov, clipped", new Nesterov(0.02).ClipByNorm(0.5)),
        Of("Adam, clipped", new Adam(0.05).ClipByNorm(0.5)),
        Of("Momentum, clipped twice, warmed up",
            new Momentum(LearningRate.Constant(0.02).WithWarmUp(4)).ClipByNorm(2).ClipByNorm(1)),

        Of("a user's object", new OwnAdaGrad(0.3)),
        Of("a user's object, clipped", new OwnAdaGrad(0.3).ClipByNorm(0.5)),

        new MinimizerSubject<double>("a user's line search", new ArmijoDescent(1)),
    ];

    private static OptimizerSubject<TMemory> Of<TMemory>(string name, IOptimizer<TMemory> optimizer) =>
        new(name, optimizer);
}
