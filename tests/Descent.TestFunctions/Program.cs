using System.Globalization;
using System.Text;
using Descent.TestFunctions;

// Runs every minimizer, and those of MathNet.Numerics, on each test function from its standard start.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length > 0)
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Descent.TestFunctions");
    return 2;
}

Console.WriteLine("""
    Ten functions of Moré, Garbow and Hillstrom (1981), each from its standard start.

    An evaluation is f with its gradient at a point, or the residuals with or without their Jacobian,
    counted by one wrapper for all. Jacobians and Hessians are not counted apart: ours make at most one
    for each evaluation, a Jacobian also at trials that are not accepted, so that who makes it at accepted
    points alone does less work than the count says. Those that see residuals minimize f / 2. Where a run
    ended is judged from its point alone: at a published minimum f* where |f − f*| ≤ 1e-12 (f₀ − f*), f₀
    at the start; else stationary where ‖∇f‖ ≤ 1e-8. Who says that it has converged and is at neither has
    failed silently. Both sides are given the tolerance ‖∇f‖ ≤ 1e-10, and 5000 steps.

    """);
var results = Results.Of(StandardFunctions.All, [.. OwnSolvers.All, .. MathNetSolvers.All]);
results.PrintFunctions(Console.Out);
results.PrintTotals(Console.Out);
results.PrintPairs(Console.Out, Pairs.All);
return OwnSolvers.All.Any(results.HasSilentFailure) ? 1 : 0;
