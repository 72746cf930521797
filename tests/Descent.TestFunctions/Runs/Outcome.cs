namespace Descent.TestFunctions;

/// <summary>What a solver made of a function.</summary>
/// <param name="Point">Where it ended; null where it threw and returned nothing.</param>
/// <param name="Evaluations">How often it asked for f, with the gradient or without.</param>
/// <param name="Ended">Why it ended, in its own words.</param>
/// <param name="Claims">Whether that says that it has converged.</param>
public sealed record Outcome(Vector? Point, long Evaluations, string Ended, bool Claims)
{
    /// <summary>What is true of the point, whatever the solver says.</summary>
    public Place On(TestFunction function) =>
        Point is not { } point ? Place.Nothing
        : !point.IsFinite ? Place.Elsewhere
        : function.MinimumAt(point) is not null ? Place.Minimum
        : function.IsStationary(point) ? Place.Stationary
        : Place.Elsewhere;

    /// <summary>Whether it says that it has converged, and is neither at a minimum nor stationary.</summary>
    public bool IsSilentFailure(TestFunction function) =>
        Claims && On(function) is not (Place.Minimum or Place.Stationary);
}
