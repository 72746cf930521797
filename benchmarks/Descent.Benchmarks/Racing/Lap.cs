namespace Descent.Benchmarks;

/// <summary>One run of one contender.</summary>
/// <param name="Milliseconds">The time it took.</param>
/// <param name="Loss">The loss it ended at; null for a limit, which computes none.</param>
/// <param name="Bytes">What it allocated on the managed heap; null for another process.</param>
internal readonly record struct Lap(double Milliseconds, double? Loss, long? Bytes);
