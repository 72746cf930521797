namespace Descent.Properties;

/// <summary>An optimizer as a user would write it: a plain class, with a vector for memory.</summary>
/// <remarks><c>s ← s + g²; x ← x − η g / (√s + ε)</c> (Duchi, Hazan, Singer 2011).</remarks>
public sealed class OwnAdaGrad(double rate) : IOptimizer<Vector>
{
    public Vector Init(Vector parameters) => Vector.Zeros(parameters.Count);

    public Move<Vector> Step(State<Vector> state)
    {
        var sum = state.Memory.Zip(state.Gradient, (s, g) => s + (g * g));
        var direction = state.Gradient.Zip(sum, (g, s) => g / (Math.Sqrt(s) + 1e-8));
        return new(state.Parameters - (rate * direction), sum);
    }
}
