using System.Collections.Immutable;

namespace Descent.Benchmarks;

/// <summary>A rival in another language, which may or may not be installed.</summary>
/// <param name="Name">Its name in tables and aims.</param>
/// <param name="Workloads">What it takes part in.</param>
/// <param name="Command">
/// From the folder of the problems to the program and its arguments; null where it is not installed.
/// </param>
/// <param name="UsesThreads">Whether it may use several threads.</param>
internal sealed record Outsider(
    string Name, ImmutableArray<string> Workloads, Func<string, string[]?> Command, bool UsesThreads = false)
{
    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<Outsider> All =
    [
        new(Names.NumPy, ["W1", "W2", "W4", "W5", "W5b", "W6"], Python("numpy")),
        new(Names.NumPyParallel, ["W1", "W5", "W5b"], Python("numpy"), UsesThreads: true),
        new(Names.ScikitLearn, ["W3"], Python("sklearn")),
        new(Names.Torch, ["W1", "W2", "W4", "W5", "W5b"], Python("torch")),
        new(Names.TorchParallel, ["W1", "W5", "W5b"], Python("torch"), UsesThreads: true),
        new(Names.LassoRows, ["W7"], LassoOf("C")),
        new(Names.LassoRowsParallel, ["W7"], LassoOf("C"), UsesThreads: true),
        new(Names.LassoColumns, ["W7"], LassoOf("F")),
        new(Names.LassoColumnsParallel, ["W7"], LassoOf("F"), UsesThreads: true),
        new(Names.LassoGram, ["W7"], LassoOf("G")),
        new(Names.LassoGramParallel, ["W7"], LassoOf("G"), UsesThreads: true),
        new(Names.Glmnet, ["W7"], folder => Tools.HasGlmnet
            ? ["Rscript", Tools.Source("glmnet_rival.R"), folder]
            : null),
        new(Names.Ensmallen, ["W1", "W2", "W4"], Ensmallen.Command),
        .. Names.Solvers.SelectMany(LogisticSolver),
    ];

    private static Func<string, string[]?> LassoOf(string order) =>
        Python("sklearn", "lasso_rival.py", order);

    private static IEnumerable<Outsider> LogisticSolver(string solver)
    {
        var command = Python("sklearn", "sklearn_logistic_rival.py", solver);
        var name = Names.Solver(solver);
        yield return new(name, ["W8", "W8b"], command);
        if (Names.ThreadedSolvers.Contains(solver))
            yield return new(Names.Parallel(name), ["W8", "W8b"], command, UsesThreads: true);
    }

    private static Func<string, string[]?> Python(string module) => Python(module, $"{module}_rival.py");

    private static Func<string, string[]?> Python(
        string module, string program, params string[] arguments) =>
        folder => Tools.PythonWith(module) is { } python
            ? [python, "-B", Tools.Source(program), folder, .. arguments]
            : null;
}
