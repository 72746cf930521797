namespace Descent;

/// <summary>The memory of an optimizer that remembers nothing.</summary>
public readonly record struct NoMemory;
