namespace Descent.Properties;

/// <summary>A minimizer that can go no further after some steps of gradient descent.</summary>
public sealed class Tiring(int steps, Stall stall = Stall.NoLowerLoss) : IMinimizer<TiringMemory>
{
    private static readonly GradientDescent Rule = new(0.25);

    public State<TiringMemory> Init(IObjective objective, Vector parameters) =>
        new(0, parameters, objective.Evaluate(parameters), new(Stall.None), 1);

    public State<TiringMemory> Step(IObjective objective, State<TiringMemory> state)
    {
        if (state.Step == steps)
            return state with { Step = state.Step + 1, Memory = new(stall) };

        var bare = new State<NoMemory>(
            state.Step, state.Parameters, state.Evaluation, default, state.Evaluations);
        var next = Rule.Step(objective, bare);
        return new(next.Step, next.Parameters, next.Evaluation, state.Memory, next.Evaluations);
    }
}

/// <summary>What it knows: whether it is tired.</summary>
public sealed record TiringMemory(Stall Stall) : IStall;
