namespace Descent;

/// <summary>Where an optimizer goes next, and what it remembers there.</summary>
/// <param name="Parameters">The next parameters.</param>
/// <param name="Memory">The next memory.</param>
public readonly record struct Move<TMemory>(Vector Parameters, TMemory Memory);
