namespace Descent.Properties;

/// <summary>An optimizer that stays where it is and remembers the gradient it was shown.</summary>
public sealed class GradientProbe : IOptimizer<Vector>
{
    /// <summary>What the wrappers around a probe make of a gradient.</summary>
    public static Vector Through(Func<GradientProbe, IOptimizer<Vector>> wrap, Vector gradient) =>
        wrap(new()).Step(new(0, Vector.Zeros(gradient.Count), new(0, gradient), gradient, 1)).Memory;

    public Vector Init(Vector parameters) => Vector.Zeros(parameters.Count);

    public Move<Vector> Step(State<Vector> state) => new(state.Parameters, state.Gradient);
}
