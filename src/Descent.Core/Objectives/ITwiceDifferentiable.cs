namespace Descent;

/// <summary>An objective that knows its second derivatives.</summary>
/// <remarks>Implementations are pure, as those of <see cref="IObjective"/> are.</remarks>
public interface ITwiceDifferentiable : IObjective
{
    /// <summary>∇²f at the given parameters.</summary>
    /// <param name="parameters">One entry per dimension.</param>
    /// <exception cref="ArgumentException">The length is not the dimension.</exception>
    IHessian HessianAt(Vector parameters);
}
