using System.Collections.Immutable;
using Descent.Benchmarks;

namespace Descent.TestFunctions;

/// <summary>The outcomes of all solvers on all functions.</summary>
internal sealed class Results
{
    private readonly ImmutableArray<TestFunction> _functions;
    private readonly ImmutableArray<Solver> _solvers;
    private readonly Dictionary<(TestFunction, Solver), Outcome> _outcomes;

    private Results(ImmutableArray<TestFunction> functions, ImmutableArray<Solver> solvers)
    {
        (_functions, _solvers) = (functions, solvers);
        _outcomes = (from function in functions from solver in solvers select (function, solver))
            .ToDictionary(pair => pair, pair => pair.solver.Run(pair.function));
    }

    /// <summary>Runs each solver on each function.</summary>
    public static Results Of(ImmutableArray<TestFunction> functions, ImmutableArray<Solver> solvers) =>
        new(functions, solvers);

    /// <summary>Whether a solver says of some function that it has converged, and has not.</summary>
    public bool HasSilentFailure(Solver solver) =>
        _functions.Any(function => _outcomes[(function, solver)].IsSilentFailure(function));

    /// <summary>A table for each function.</summary>
    public void PrintFunctions(TextWriter output)
    {
        foreach (var function in _functions)
        {
            var table = new Table(
                function.Name, "evaluations", "where", "f", "‖∇f‖", "why it ended", "claim");
            foreach (var solver in _solvers)
                table.Add(Row(solver, function));
            table.Print(output);
        }
    }

    /// <summary>How many functions each solver solves.</summary>
    public void PrintTotals(TextWriter output)
    {
        var table = new Table(
            "all functions", "at a minimum", "stationary", "elsewhere", "threw", "silent failures",
            "evaluations where solved");
        foreach (var solver in _solvers)
        {
            var places = _functions.ToLookup(function => _outcomes[(function, solver)].On(function));
            table.Add(
                solver.Name,
                $"{places[Place.Minimum].Count()} of {_functions.Length}",
                $"{places[Place.Stationary].Count()}",
                $"{places[Place.Elsewhere].Count()}",
                $"{places[Place.Nothing].Count()}",
                $"{_functions.Count(function => _outcomes[(function, solver)].IsSilentFailure(function))}",
                $"{places[Place.Minimum].Sum(function => _outcomes[(function, solver)].Evaluations)}");
        }

        table.Print(output);
    }

    /// <summary>Ours beside theirs, evaluations as geometric means over what both solve.</summary>
    public void PrintPairs(TextWriter output, IEnumerable<(string Ours, string Theirs)> pairs)
    {
        var table = new Table(
            "side by side", "MathNet.Numerics", "solved", "theirs", "by both", "evaluations", "theirs");
        foreach (var (one, other) in pairs)
        {
            if (_solvers.FirstOrDefault(solver => solver.Name == one) is not { } ours)
                continue;

            var theirs = _solvers.Single(solver => solver.Name == other);
            var both = _functions.Where(f => IsSolved(f, ours) && IsSolved(f, theirs)).ToArray();
            table.Add(
                ours.Name,
                theirs.Name,
                $"{_functions.Count(f => IsSolved(f, ours))}",
                $"{_functions.Count(f => IsSolved(f, theirs))}",
                $"{both.Length}",
                $"{GeometricMean(both, ours):F1}",
                $"{GeometricMean(both, theirs):F1}");
        }

        table.Print(output);
    }

    private bool IsSolved(TestFunction function, Solver solver) =>
        _outcomes[(function, solver)].On(function) == Place.Minimum;

    private double GeometricMean(TestFunction[] functions, Solver solver) => functions.Length == 0
        ? double.NaN
        : Math.Exp(functions.Average(f => Math.Log(_outcomes[(f, solver)].Evaluations)));

    private string[] Row(Solver solver, TestFunction function)
    {
        var outcome = _outcomes[(function, solver)];
        var place = outcome.On(function);
        var (loss, slope) = outcome.Point is { IsFinite: true } point
            ? ($"{function.Loss(point):E2}", $"{function.Objective.Evaluate(point).Gradient.Norm:E1}")
            : ("", "");
        return
        [
            solver.Name,
            $"{outcome.Evaluations}",
            place switch
            {
                Place.Minimum => $"minimum {function.MinimumAt(outcome.Point!.Value):G6}",
                Place.Stationary => "stationary",
                Place.Elsewhere => "elsewhere",
                _ => "nothing",
            },
            loss,
            slope,
            outcome.Ended,
            outcome.IsSilentFailure(function) ? "SILENT FAILURE" : outcome.Claims ? "converged" : "",
        ];
    }
}
