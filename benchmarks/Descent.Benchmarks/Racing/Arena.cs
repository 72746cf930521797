namespace Descent.Benchmarks;

/// <summary>What contenders are made from.</summary>
/// <param name="Files">The problems.</param>
/// <param name="Threads">How many threads the contenders use that use several.</param>
internal sealed record Arena(ProblemFiles Files, int Threads);
