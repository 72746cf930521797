namespace Descent.Models;

/// <summary>Least squares and ridge regression by QR, as a run of one step.</summary>
/// <remarks>
/// So that a fit at once reads like any other: the step leads from anywhere to the minimum, and can go no
/// further there; see <see cref="NormalEquations"/>.
/// </remarks>
/// <param name="Strength">λ of the ridge penalty; 0 for none.</param>
internal sealed record ClosedForm(double Strength) : IMinimizer<EmpiricalRisk, ClosedFormMemory>
{
    public State<ClosedFormMemory> Init(EmpiricalRisk objective, Vector parameters) =>
        new(0, parameters, Objective.Evaluate(objective, parameters), new(Stall.None), 1);

    public State<ClosedFormMemory> Step(EmpiricalRisk objective, State<ClosedFormMemory> state)
    {
        var parameters = NormalEquations.Ridge(objective.Data, Strength, objective.HasBias);
        var evaluation = Objective.Evaluate(objective, parameters);
        var stall = evaluation.Gradient.NormInf is 0 ? Stall.Stationary : Stall.NoLowerLoss;
        return new(state.Step + 1, parameters, evaluation, new(stall), state.Evaluations + 1);
    }
}

/// <summary>Whether the step was taken.</summary>
internal sealed record ClosedFormMemory(Stall Stall) : IStall;
