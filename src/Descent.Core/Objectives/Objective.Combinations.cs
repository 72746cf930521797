namespace Descent;

// Sums and multiples, which keep what is known of the second derivatives.
public static partial class Objective
{
    /// <summary>The sum of objectives of one dimension: <c>Σ fₖ(x)</c>, added from left to right.</summary>
    /// <remarks>
    /// Of a stochastic objective the full objective is summed. Where every term is an
    /// <see cref="ISmoothObjective"/> so is the sum, and its bound is that of all terms together; where every
    /// term is an <see cref="ITwiceDifferentiable"/> so is the sum.
    /// </remarks>
    /// <param name="terms">At least one objective.</param>
    /// <exception cref="ArgumentNullException"><paramref name="terms"/> or a term is null.</exception>
    /// <exception cref="ArgumentException">There is no term, or the dimensions differ.</exception>
    public static IObjective Sum(params IObjective[] terms)
    {
        IObjective[] all = [.. Guard.NotNull(terms)];
        if (all.Length == 0)
            throw new ArgumentException("terms is empty; pass at least one objective.", nameof(terms));

        for (var k = 0; k < all.Length; k++)
        {
            Guard.NotNullAt(all[k], nameof(terms), k);
            Guard.SameLength(all[k].Dimension, all[0].Dimension, "the first term", nameof(terms), k);
        }

        var sum = From(all[0].Dimension, x => all.Select(term => term.Evaluate(x)).Aggregate(Add));
        return Known(
            sum,
            all.All(term => term is ITwiceDifferentiable)
                ? x => all.Select(term => ((ITwiceDifferentiable)term).HessianAt(x)).Aggregate(Hessian.Sum)
                : null,
            all.All(term => term is ISmoothObjective)
                ? () => all.Cast<ISmoothObjective>()
                    .Aggregate(0.0, (bound, term) => bound + term.CurvatureBound())
                    * (1 + (all.Length * MachineEpsilon.Value))
                : null);
    }

    /// <summary>A multiple of an objective: <c>factor · f(x)</c>.</summary>
    /// <remarks>
    /// Of a stochastic objective the full objective is scaled. A multiple of an
    /// <see cref="ISmoothObjective"/> is one, too, and one of an <see cref="ITwiceDifferentiable"/>.
    /// </remarks>
    /// <param name="factor">Finite; negative to turn a maximum into a minimum.</param>
    /// <param name="objective">The objective.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is not finite.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    public static IObjective Scale(double factor, IObjective objective)
    {
        Guard.Finite(factor);
        var multiple = From(Guard.NotNull(objective).Dimension, x => Times(factor, objective.Evaluate(x)));
        return Known(
            multiple,
            objective is ITwiceDifferentiable twice ? x => Hessian.Scale(factor, twice.HessianAt(x)) : null,
            objective is ISmoothObjective smooth
                ? () => Math.Abs(factor) * smooth.CurvatureBound() * (1 + MachineEpsilon.Value)
                : null);
    }

    private static Evaluation Add(Evaluation a, Evaluation b) =>
        new(a.Loss + b.Loss, a.Gradient + b.Gradient);

    private static Evaluation Times(double factor, Evaluation a) => new(factor * a.Loss, factor * a.Gradient);

    /// <summary>An objective with what is known of its second derivatives.</summary>
    private static IObjective Known(
        IObjective objective, Func<Vector, IHessian>? hessian, Func<double>? curvatureBound) =>
        (hessian, curvatureBound) switch
        {
            ({ } second, { } bound) => new SmoothTwiceDifferentiable(objective, second, bound),
            ({ } second, null) => new TwiceDifferentiable(objective, second),
            (null, { } bound) => new SmoothObjective(objective, bound),
            _ => objective,
        };

    private static Matrix CheckedHessian(Matrix matrix, int dimension) =>
        matrix is not null && matrix.Rows == dimension && matrix.Columns == dimension
            ? matrix
            : throw new InvalidOperationException(
                Guard.Text($"The Hessian is {matrix?.Rows} by {matrix?.Columns} for {dimension} parameters; ")
                + "return a square matrix with a row and a column for each.");

    private sealed class SmoothObjective(IObjective objective, Func<double> curvatureBound) : ISmoothObjective
    {
        public int Dimension => objective.Dimension;

        public Evaluation Evaluate(Vector parameters) => objective.Evaluate(parameters);

        public double CurvatureBound() => curvatureBound();
    }

    private class TwiceDifferentiable(IObjective objective, Func<Vector, IHessian> hessian)
        : ITwiceDifferentiable
    {
        public int Dimension => objective.Dimension;

        public Evaluation Evaluate(Vector parameters) => objective.Evaluate(parameters);

        public IHessian HessianAt(Vector parameters)
        {
            Guard.SameLength(parameters.Count, Dimension, "the objective", nameof(parameters));
            return hessian(parameters);
        }
    }

    private sealed class SmoothTwiceDifferentiable(
        IObjective objective, Func<Vector, IHessian> hessian, Func<double> curvatureBound)
        : TwiceDifferentiable(objective, hessian), ISmoothObjective
    {
        public double CurvatureBound() => curvatureBound();
    }
}
