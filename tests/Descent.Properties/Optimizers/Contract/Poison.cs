namespace Descent.Properties;

/// <summary>A value that is no number, where a loss or a gradient should be.</summary>
/// <param name="Name">What a failure calls it.</param>
/// <param name="Spoil">Puts it into an evaluation.</param>
/// <param name="Spoils">Where.</param>
public sealed record Poison(string Name, Func<Evaluation, Evaluation> Spoil, Func<Vector, bool> Spoils)
{
    private static readonly (string Name, Func<Evaluation, Evaluation> Spoil)[] Kinds =
    [
        ("loss NaN", e => e with { Loss = double.NaN }),
        ("loss +∞", e => e with { Loss = double.PositiveInfinity }),
        ("loss −∞", e => e with { Loss = double.NegativeInfinity }),
        ("gradient NaN, loss finite", e => e with { Gradient = [double.NaN, e.Gradient[1]] }),
        ("gradient ∞, loss finite", e => e with { Gradient = [e.Gradient[0], double.PositiveInfinity] }),
        ("all NaN", _ => new(double.NaN, [double.NaN, double.NaN])),
    ];

    public static Vector Start { get; } = [1.0, -2.0];

    public static IEnumerable<Poison> Everywhere => All("everywhere", _ => true);

    public static IEnumerable<Poison> AfterTheStart => All("after the start", x => x != Start);

    /// <summary>Some steps away, where a line search need not go.</summary>
    public static IEnumerable<Poison> Later => All("later", x => !(x[0] > 0.5));

    /// <summary>½ ‖x‖², spoiled.</summary>
    public IObjective Objective => Descent.Objective.From(2, x =>
    {
        var sound = new Evaluation(0.5 * x.Dot(x), x);
        return Spoils(x) ? Spoil(sound) : sound;
    });

    public override string ToString() => Name;

    private static IEnumerable<Poison> All(string where, Func<Vector, bool> spoils) =>
        Kinds.Select(kind => new Poison($"{kind.Name}, {where}", kind.Spoil, spoils));
}
