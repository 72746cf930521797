namespace Descent;

/// <summary>Objectives made from functions and from other objectives.</summary>
public static partial class Objective
{
    /// <summary>An objective from its loss and its gradient.</summary>
    /// <param name="dimension">The number of parameters, at least 1.</param>
    /// <param name="loss">f(x).</param>
    /// <param name="gradient">∇f(x), a vector of length <paramref name="dimension"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimension"/> is less than 1.</exception>
    /// <exception cref="ArgumentNullException">A function is null.</exception>
    public static IObjective From(int dimension, Func<Vector, double> loss, Func<Vector, Vector> gradient)
    {
        Guard.NotNull(loss);
        Guard.NotNull(gradient);
        return From(dimension, x => new Evaluation(loss(x), gradient(x)));
    }

    /// <summary>An objective from one function that gives loss and gradient together.</summary>
    /// <param name="dimension">The number of parameters, at least 1.</param>
    /// <param name="evaluate">x ↦ (f(x), ∇f(x)).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimension"/> is less than 1.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="evaluate"/> is null.</exception>
    public static IObjective From(int dimension, Func<Vector, Evaluation> evaluate) =>
        new FunctionObjective(Guard.AtLeast(dimension, 1), Guard.NotNull(evaluate));

    /// <summary>An objective with its second derivatives.</summary>
    /// <param name="dimension">The number of parameters, at least 1.</param>
    /// <param name="evaluate">x ↦ (f(x), ∇f(x)).</param>
    /// <param name="hessian">x ↦ ∇²f(x), a symmetric matrix with a row for each parameter.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimension"/> is less than 1.</exception>
    /// <exception cref="ArgumentNullException">A function is null.</exception>
    public static ITwiceDifferentiable From(
        int dimension, Func<Vector, Evaluation> evaluate, Func<Vector, Matrix> hessian)
    {
        Guard.NotNull(hessian);
        var objective = From(dimension, evaluate);
        return new TwiceDifferentiable(objective, x => Hessian.From(CheckedHessian(hessian(x), dimension)));
    }

    /// <summary>An objective from its loss, its gradient and its second derivatives.</summary>
    /// <param name="dimension">The number of parameters, at least 1.</param>
    /// <param name="loss">f(x).</param>
    /// <param name="gradient">∇f(x), a vector of length <paramref name="dimension"/>.</param>
    /// <param name="hessian">∇²f(x), a symmetric matrix with a row for each parameter.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimension"/> is less than 1.</exception>
    /// <exception cref="ArgumentNullException">A function is null.</exception>
    public static ITwiceDifferentiable From(
        int dimension,
        Func<Vector, double> loss,
        Func<Vector, Vector> gradient,
        Func<Vector, Matrix> hessian)
    {
        Guard.NotNull(loss);
        Guard.NotNull(gradient);
        return From(dimension, x => new Evaluation(loss(x), gradient(x)), hessian);
    }

    /// <summary>An objective of one variable, from f and f′.</summary>
    /// <param name="loss">f(x).</param>
    /// <param name="derivative">f′(x).</param>
    /// <exception cref="ArgumentNullException">A function is null.</exception>
    public static IObjective From(Func<double, double> loss, Func<double, double> derivative)
    {
        Guard.NotNull(loss);
        Guard.NotNull(derivative);
        return From(1, x => new Evaluation(loss(x[0]), Vector.Of(derivative(x[0]))));
    }

    /// <summary>Loss and gradient, with one entry per parameter.</summary>
    internal static Evaluation Evaluate(IObjective objective, Vector parameters)
    {
        var evaluation = objective.Evaluate(parameters);
        Guard.GradientLength(evaluation.Gradient.Count, parameters.Count);
        return evaluation;
    }

    private sealed class FunctionObjective(int dimension, Func<Vector, Evaluation> evaluate) : IObjective
    {
        public int Dimension => dimension;

        public Evaluation Evaluate(Vector parameters)
        {
            Guard.SameLength(parameters.Count, dimension, "the objective", nameof(parameters));
            var result = evaluate(parameters);
            Guard.GradientLength(result.Gradient.Count, dimension);
            return result;
        }
    }
}
