namespace Descent;

/// <summary>A memory that knows how far from stationary its state is.</summary>
/// <remarks>
/// For minimizers of objectives with kinks, at whose minimum the gradient is not 0: where a state's memory
/// has this, <see cref="IState.Optimality"/> is it and not the gradient's norm.
/// </remarks>
public interface IOptimality
{
    /// <summary>0 at a stationary point; NaN where it is unknown.</summary>
    double Optimality { get; }
}
