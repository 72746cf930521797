namespace Descent;

/// <summary>An objective along a direction: <c>φ(t) = f(x + t d)</c>.</summary>
/// <remarks>What a line search sees. <c>φ′(t) = ∇f(x + t d) · d</c>.</remarks>
/// <param name="Objective">f.</param>
/// <param name="Origin">x, with f and ∇f there: where t = 0.</param>
/// <param name="Direction">d, as long as x.</param>
/// <exception cref="ArgumentNullException">An argument is null.</exception>
/// <exception cref="ArgumentException">The direction is not as long as x.</exception>
public sealed record Line(IObjective Objective, LinePoint Origin, Vector Direction)
{
    /// <summary>The line from a point with a known evaluation.</summary>
    /// <param name="objective">f.</param>
    /// <param name="parameters">x.</param>
    /// <param name="evaluation">f(x) and ∇f(x).</param>
    /// <param name="direction">d, as long as x.</param>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    /// <exception cref="ArgumentException">Gradient or direction is not as long as x.</exception>
    public static Line From(
        IObjective objective, Vector parameters, Evaluation evaluation, Vector direction)
    {
        Guard.SameLength(direction.Count, parameters.Count, "the parameters", nameof(direction));
        Guard.SameLength(
            evaluation.Gradient.Count, parameters.Count, "the parameters", nameof(evaluation));
        return new(
            Guard.NotNull(objective),
            new(0, parameters, evaluation, evaluation.Gradient.Dot(direction)),
            direction);
    }

    /// <summary>f.</summary>
    public IObjective Objective { get; init => field = Guard.NotNull(value, nameof(Objective)); } =
        Guard.NotNull(Objective);

    /// <summary>x, with f and ∇f there: where t = 0.</summary>
    public LinePoint Origin { get; init => field = Guard.NotNull(value, nameof(Origin)); } =
        Guard.NotNull(Origin);

    /// <summary>The point at a step, which asks the objective once.</summary>
    /// <param name="step">t.</param>
    public LinePoint At(double step)
    {
        var parameters = Direction.MultiplyAdd(step, Origin.Parameters);
        var evaluation = Descent.Objective.Evaluate(Objective, parameters);
        return new(step, parameters, evaluation, evaluation.Gradient.Dot(Direction));
    }
}
