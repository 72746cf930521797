namespace Descent;

/// <summary>An objective that is asked within bounds only: <c>f(P(x))</c>.</summary>
/// <remarks>A line that ends at a bound may miss it by a rounding, on either side.</remarks>
internal sealed class BoundedObjective(IObjective objective, ParameterBounds bounds) : IObjective
{
    public int Dimension => objective.Dimension;

    public Evaluation Evaluate(Vector parameters) => objective.Evaluate(bounds.Project(parameters));
}
