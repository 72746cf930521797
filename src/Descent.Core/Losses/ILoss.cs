namespace Descent;

/// <summary>A loss of one sample: ℓ(score, target), with its derivatives in the score.</summary>
/// <remarks>
/// The score is what a linear model gives a row, w·x + b. Implementations are pure. For a loss from lambdas
/// see <see cref="Loss.From"/>.
/// </remarks>
public interface ILoss
{
    /// <summary>ℓ(score, target).</summary>
    double Value(double score, double target);

    /// <summary>∂ℓ/∂score; at a kink one subgradient, named in the loss's doc.</summary>
    double Derivative(double score, double target);

    /// <summary>∂²ℓ/∂score²; at a kink the value on the flatter side.</summary>
    double SecondDerivative(double score, double target);

    /// <summary>Whether the loss can read a target: by default, whether it is finite.</summary>
    bool Accepts(double target) => double.IsFinite(target);
}
