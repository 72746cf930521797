namespace Descent.TestFunctions;

/// <summary>A way to minimize any of the functions from its standard start.</summary>
/// <param name="Name">The name in tables.</param>
/// <param name="Run">Runs it on a function.</param>
public sealed record Solver(string Name, Func<TestFunction, Outcome> Run);
