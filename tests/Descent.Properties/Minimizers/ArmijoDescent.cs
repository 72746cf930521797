namespace Descent.Properties;

/// <summary>Gradient descent with backtracking, a minimizer as a user would write one.</summary>
/// <remarks>
/// Tries twice the last rate and halves it until <c>f(x − t g) ≤ f(x) − 10⁻⁴ t ‖g‖²</c> (Armijo 1966). Where
/// no rate of 40 will do, the last stands: an outcome, not an exception. The memory is the rate of the last
/// step.
/// </remarks>
public sealed class ArmijoDescent(double firstRate) : IMinimizer<double>
{
    public const double Fraction = 1e-4;

    public State<double> Init(IObjective objective, Vector parameters) =>
        new(0, parameters, objective.Evaluate(parameters), firstRate / 2, 1);

    public State<double> Step(IObjective objective, State<double> state)
    {
        var rate = 2 * state.Memory;
        for (var tries = 1; ; tries++, rate /= 2)
        {
            var parameters = state.Parameters - (rate * state.Gradient);
            var evaluation = objective.Evaluate(parameters);
            if (evaluation.Loss <= Bound(state, rate) || tries == 40)
                return new(state.Step + 1, parameters, evaluation, rate, state.Evaluations + tries);
        }
    }

    public static double Bound(IState state, double rate) =>
        state.Loss - (Fraction * rate * state.Gradient.Dot(state.Gradient));
}
