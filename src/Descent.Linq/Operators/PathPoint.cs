using System.Collections.Immutable;

namespace Descent.Linq;

/// <summary>One solution of a <see cref="RegularizationPath"/>.</summary>
/// <param name="Strength">λ.</param>
/// <param name="State">The last state of the run that solved it.</param>
/// <param name="Certificate">How far it is above the minimum at most.</param>
/// <param name="Support">The weights that are not 0, by their numbers from 0; never the bias.</param>
/// <exception cref="ArgumentNullException"><paramref name="Certificate"/> is null.</exception>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Strength"/> is not in its range.</exception>
public sealed record PathPoint<TState>(
    double Strength, TState State, Certificate Certificate, ImmutableArray<int> Support)
    where TState : IState
{
    /// <summary>λ.</summary>
    public double Strength { get; init => field = Guard.NonNegative(value, nameof(Strength)); } =
        Guard.NonNegative(Strength);

    /// <summary>How far it is above the minimum at most.</summary>
    public Certificate Certificate { get; init => field = Guard.NotNull(value, nameof(Certificate)); } =
        Guard.NotNull(Certificate);

    /// <summary>
    /// The weights that are not 0, by their numbers from 0; a default array is read as empty.
    /// </summary>
    public ImmutableArray<int> Support { get; init => field = value.IsDefault ? [] : value; } =
        Support.IsDefault ? [] : Support;

    /// <summary>The weights, then the bias.</summary>
    public Vector Parameters => State.Parameters;

    /// <summary>λ, how many weights are not 0, and the certificate.</summary>
    public override string ToString() =>
        Guard.Text($"λ {Strength:G6}: {Support.Length} weights, {Certificate}");
}
