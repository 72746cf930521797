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
        Of("GradientDescent, polynomial, then at steps", new GradientDescent(
            LearningRate.Polynomial(0.1, 5, 0.05, 1.5).Then(LearningRate.MultiStep(0.05, 0.5, 4, 9), at: 5))),
        Of("Momentum, warm restarts", new Momentum(LearningRate.CosineRestarts(0.02, 3, 2, 0.001, 0.8))),
        Of("Nesterov, one cycle", new Nesterov(LearningRate.OneCycle(0.02, 15))),
        Of("Adam, cyclic, scaled", new Adam(2 * LearningRate.Cyclic(0.01, 0.05, 3, 0.5))),

        Of("GradientDescent, clipped", new GradientDescent(0.05).ClipByNorm(0.5)),
        Of("Momentum, clipped", new Momentum(0.02).ClipByNorm(0.5)),
        Of("Nesterov, clipped", new Nesterov(0.02).ClipByNorm(0.5)),
        Of("Adam, clipped", new Adam(0.05).ClipByNorm(0.5)),
        Of("Momentum, clipped twice, warmed up",
            new Momentum(LearningRate.Constant(0.02).WithWarmUp(4)).ClipByNorm(2).ClipByNorm(1)),

        Of("a user's object", new OwnAdaGrad(0.3)),
        Of("a user's object, clipped", new OwnAdaGrad(0.3).ClipByNorm(0.5)),

        Of("SignDescent", new SignDescent(0.05)),
        Of("AdaGrad", new AdaGrad(0.3)),
        Of("RmsProp", new RmsProp(0.02)),
        Of("AdaDelta", new AdaDelta(5)),
        Of("AdamW", new AdamW(0.05, 0.1)),
        Of("AdamW, but the bias", new AdamW(0.05, 0.1, Bias: true)),
        Of("AmsGrad", new AmsGrad(0.05)),
        Of("AdaMax", new AdaMax(0.05)),
        Of("NAdam, warm-up and cosine", new NAdam(LearningRate.Cosine(0.1, 20, 0.01).WithWarmUp(5))),
        Of("RAdam", new RAdam(0.05)),
        Of("AdaBelief", new AdaBelief(0.02)),
        Of("Yogi", new Yogi(0.05)),
        Of("Lion", new Lion(0.02)),
        Of("Rprop", new Rprop()),

        Of("GradientDescent, clipped by value", new GradientDescent(0.05).ClipByValue(0.5)),
        Of("Momentum, decayed", new Momentum(0.02).WeightDecay(LearningRate.InverseTime(0.01, 0.1))),
        Of("Adam, decayed, but the bias", new Adam(0.05).WeightDecay(0.005, bias: true)),
        Of("GradientDescent, centralized", new GradientDescent(0.05).Centralize()),
        Of("Adam, scaled", new ByDimension<AdamMemory>(n => new Adam(0.05).ScaleRates(Falling(n)))),
        Of("Momentum, in a ball", new Momentum(0.02).Project(new UnitBall(3))),
        Of("Adam, in bounds, but the bias", new Adam(0.05).Project(new Bounds(-2.5, 2), bias: true)),
        Of("Nesterov, in a ball, clipped", new Nesterov(0.02).Project(new UnitBall(3)).ClipByNorm(2)),

        On("a user's line search", new ArmijoDescent(1)),
        On("ProximalGradient, lasso", new ProximalGradient(0.05, new L1(0.1)), new L1(0.1)),

        On("Newton", new Newton()),
        On("NewtonCG", new NewtonCG()),
        On("TrustRegionNewton", new TrustRegionNewton()),
        On("GaussNewton", new GaussNewton()),
        On("LevenbergMarquardt", new LevenbergMarquardt()),
        On("SteepestDescent", new SteepestDescent()),
        On("SteepestDescent, strong Wolfe", new SteepestDescent(new StrongWolfe())),
        On("SteepestDescent, Hager–Zhang", new SteepestDescent(new HagerZhang())),
        On("ConjugateGradient", new ConjugateGradient()),
        On("ConjugateGradient, Polak–Ribière, Hager–Zhang",
            new ConjugateGradient(ConjugacyRule.PolakRibierePlus, new HagerZhang())),
        On("ConjugateGradient, Fletcher–Reeves, Armijo",
            new ConjugateGradient(ConjugacyRule.FletcherReeves, new Armijo())),
        On("Bfgs", new Bfgs()),
        On("Bfgs, Armijo", new Bfgs(new Armijo())),
        On("Bfgs, Hager–Zhang", new Bfgs(new HagerZhang())),
        On("LBfgs", new LBfgs()),
        On("LBfgs, one pair, Armijo", new LBfgs(1, new Armijo())),
        On("LBfgs, three pairs, Hager–Zhang", new LBfgs(3, new HagerZhang())),
        On("CoordinateDescent, lasso", new CoordinateDescent(new L1(0.1)), new L1(0.1)),
        On("CoordinateDescent, elastic net", new CoordinateDescent(new ElasticNet(0.2)), new ElasticNet(0.2)),
        On("CoordinateDescent, no penalty of its own", new CoordinateDescent()),
        On("ProximalSearch, lasso", new ProximalSearch(new L1(0.1)), new L1(0.1)),
        On("ProximalSearch, rates that only fall",
            new ProximalSearch(new ElasticNet(0.1)) { Search = new(First: 10, Growth: 1) },
            new ElasticNet(0.1)),
        On("Fista, lasso", new Fista(new L1(0.1)), new L1(0.1)),
        On("Fista, restart by loss",
            new Fista(new ElasticNet(0.1), null, FistaRestart.Loss), new ElasticNet(0.1)),
        On("Fista, never restarted", new Fista(new L1(0.1), null, FistaRestart.None), new L1(0.1)),
        On("Fista, rate given, in a ball", new Fista(new Ball(6), 0.05), new Ball(6)),
        On("ProjectedGradient, in a ball", new ProjectedGradient(new Ball(6)), new Ball(6)),
        On("ProjectedGradient, monotone, in a box",
            new ProjectedGradient(new Box(-5, 4), Memory: 0), new Box(-5, 4)),
        On("Saga", new Saga(Seed: 3)),
        On("Saga, lasso", new Saga(new L1(0.1), 0.02), new L1(0.1)),
        On("Svrg", new Svrg(Seed: 3)),
        On("Svrg, elastic net, one pass", new Svrg(new ElasticNet(0.1), Passes: 1), new ElasticNet(0.1)),
        On("LBfgsB", new LBfgsB(new Box(double.NegativeInfinity, double.PositiveInfinity))),
        On("LBfgsB, with few pairs, from two bounds", new LBfgsB(new Box(-4, 3), 2)),

        OnKinks("InteriorPoint", new InteriorPoint()),
    ];

    /// <summary>1, ½, ⅓, …</summary>
    private static Vector Falling(int count) => Vector.From(Enumerable.Range(1, count).Select(i => 1.0 / i));

    private static MinimizerSubject<TObjective, TMemory> On<TObjective, TMemory>(
        string name, IMinimizer<TObjective, TMemory> minimizer, IProximalPenalty? penalty = null)
        where TObjective : class, IObjective => new(name, minimizer, penalty);

    private static MinimizerSubject<TObjective, TMemory> OnKinks<TObjective, TMemory>(
        string name, IMinimizer<TObjective, TMemory> minimizer)
        where TObjective : class, IObjective => new(name, minimizer, ofKinks: true);

    private static OptimizerSubject<TMemory> Of<TMemory>(string name, IOptimizer<TMemory> optimizer) =>
        new(name, optimizer);
}
