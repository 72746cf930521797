namespace Descent.Properties;

/// <summary>½ ‖x‖², of which only so many evaluations may be asked; one more throws.</summary>
/// <remarks>Proves that nothing is computed which nobody draws.</remarks>
public sealed class Exhaustible(int evaluations) : IObjective
{
    private int _left = evaluations;

    public int Dimension => 2;

    public Evaluation Evaluate(Vector parameters) => _left-- > 0
        ? new(0.5 * parameters.Dot(parameters), parameters)
        : throw new InvalidOperationException("One evaluation too many was asked for.");
}
