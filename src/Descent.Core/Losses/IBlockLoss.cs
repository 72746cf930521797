using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>Evaluates the losses of eight samples at once.</summary>
internal interface IBlockLoss
{
    /// <summary>ℓ and ∂ℓ/∂score of each lane.</summary>
    /// <param name="scores">One score per lane.</param>
    /// <param name="targets">One target per lane.</param>
    /// <param name="count">How many lanes are in use; what the others get is not read.</param>
    /// <param name="values">ℓ.</param>
    /// <param name="derivatives">∂ℓ/∂score.</param>
    void Evaluate(
        Vector512<double> scores,
        Vector512<double> targets,
        int count,
        out Vector512<double> values,
        out Vector512<double> derivatives);
}
