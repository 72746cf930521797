namespace Descent.TestFunctions;

/// <summary>A test function that counts how often it is asked, for our solvers and for others.</summary>
/// <remarks>It throws after so many times, so that no solver runs for ever.</remarks>
public sealed class CountedFunction(TestFunction function) : ITwiceDifferentiable
{
    /// <summary>How often a run may ask.</summary>
    public const long Most = 20_000;

    private readonly IObjective _objective = function.Objective;

    /// <inheritdoc/>
    public int Dimension => function.Dimension;

    /// <summary>How often f was asked for, alone or with its gradient; or the residuals were.</summary>
    public long Evaluations { get; private set; }

    /// <inheritdoc/>
    public Evaluation Evaluate(Vector parameters)
    {
        Count();
        return _objective.Evaluate(parameters);
    }

    /// <inheritdoc/>
    public IHessian HessianAt(Vector parameters) => new DenseHessian(function.Hessian(parameters));

    /// <summary>½ f as a sum of squares, its residuals counted, and not its Jacobians.</summary>
    public IResidualObjective AsResiduals() => Descent.Residuals.From(
        Dimension, function.Residuals(function.Start).Count, Residuals, function.Jacobian);

    /// <summary>r(x).</summary>
    public Vector Residuals(Vector parameters)
    {
        Count();
        return function.Residuals(parameters);
    }

    private void Count()
    {
        if (++Evaluations > Most)
            throw new InvalidOperationException(FormattableString.Invariant($"more than {Most} evaluations"));
    }

    private sealed class DenseHessian(Matrix matrix) : IHessian
    {
        public int Dimension => matrix.Rows;

        public Vector Times(Vector direction) => matrix.Multiply(direction);

        public Matrix ToMatrix() => matrix;
    }
}
