namespace Descent.Properties;

/// <summary>Counts how often an objective is evaluated, its batches included.</summary>
public sealed class Counting
{
    private int _count;

    public Counting(IObjective objective) =>
        Objective = objective is IStochasticObjective stochastic
            ? new CountedBatches(this, stochastic)
            : objective is ITwiceDifferentiable twice
                ? new CountedTwice(this, twice)
            : objective is IResidualObjective residuals
                ? new CountedResiduals(this, residuals)
                : new Counted(this, objective);

    /// <summary>The same objective, evaluations counted.</summary>
    public IObjective Objective { get; }

    public int Count => Volatile.Read(ref _count);

    private class Counted(Counting counter, IObjective objective) : IObjective
    {
        public int Dimension => objective.Dimension;

        public Evaluation Evaluate(Vector parameters)
        {
            Interlocked.Increment(ref counter._count);
            return objective.Evaluate(parameters);
        }
    }

    private sealed class CountedTwice(Counting counter, ITwiceDifferentiable objective)
        : Counted(counter, objective), ITwiceDifferentiable
    {
        public IHessian HessianAt(Vector parameters) => objective.HessianAt(parameters);
    }

    private sealed class CountedResiduals(Counting counter, IResidualObjective objective)
        : Counted(counter, objective), IResidualObjective
    {
        private readonly Counting _counter = counter;

        public int ResidualCount => objective.ResidualCount;

        public ResidualEvaluation EvaluateResiduals(Vector parameters)
        {
            Interlocked.Increment(ref _counter._count);
            return objective.EvaluateResiduals(parameters);
        }
    }

    private sealed class CountedBatches(Counting counter, IStochasticObjective objective)
        : Counted(counter, objective), IStochasticObjective
    {
        private readonly Counting _counter = counter;

        public int StepsPerEpoch => objective.StepsPerEpoch;

        public IObjective At(long step) => new Counted(_counter, objective.At(step));
    }
}
