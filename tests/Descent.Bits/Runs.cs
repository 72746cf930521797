using Descent.Linq;

namespace Descent.Bits;

/// <summary>Training runs as the numbers of their states.</summary>
internal static class Runs
{
    /// <summary>Parameters, gradient and loss of the start and of so many steps.</summary>
    /// <exception cref="InvalidOperationException">The run diverges.</exception>
    public static IEnumerable<double> Numbers<TMemory>(
        IOptimizer<TMemory> optimizer, IObjective objective, int steps) =>
        Numbers(optimizer.Minimize(objective, Start(objective)).Steps(steps));

    /// <summary>The same of some states of a run.</summary>
    /// <exception cref="InvalidOperationException">The run diverges.</exception>
    public static IEnumerable<double> Numbers(IEnumerable<IState> states) =>
        from state in states
        let finite = state.IsFinite
            ? state
            : throw new InvalidOperationException($"Step {state.Step} is not finite: choose a smaller rate.")
        from number in finite.Parameters.Concat(finite.Gradient).Append(finite.Loss)
        select number;

    /// <summary>1/2, −1/3, 1/4, …: not 0, where the losses for two classes have their corners.</summary>
    public static Vector Start(IObjective objective) =>
        Vector.From(Enumerable.Range(2, objective.Dimension).Select(i => (i % 2 == 0 ? 1.0 : -1.0) / i));
}
