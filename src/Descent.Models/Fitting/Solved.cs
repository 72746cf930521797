using Descent.Linq;

namespace Descent.Models;

/// <summary>From a training to a fit: drawn until the rule is met.</summary>
internal static class Solved
{
    /// <summary>The model at the last state, with a report of the run.</summary>
    /// <param name="training">The states.</param>
    /// <param name="rule">When to stop.</param>
    /// <param name="method">What is minimized, and by which minimizer.</param>
    /// <param name="modelOf">The model that parameters make.</param>
    /// <param name="certificateOf">A proof of how near a state is to the minimum, or null.</param>
    public static Fit<TModel> Fit<TState, TModel>(
        IEnumerable<TState> training,
        StopRule rule,
        string method,
        Func<Vector, TModel> modelOf,
        Func<TState, Certificate?> certificateOf)
        where TState : IState
        where TModel : class, IModel
    {
        var solution = training.Solve(rule);
        var last = solution.Last;
        return new(modelOf(last.Parameters), new MinimizationReport(
            method, solution.Reason, solution.Converged, last.Loss, last.Optimality,
            certificateOf(last), last.Step, last.Evaluations));
    }
}
