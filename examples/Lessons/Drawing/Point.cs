namespace Lessons;

/// <summary>A point of a plot, in the units of its axes.</summary>
public readonly record struct Point(double X, double Y);
