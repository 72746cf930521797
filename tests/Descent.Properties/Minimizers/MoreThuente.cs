namespace Descent.Properties;

/// <summary>The six functions of one variable of Moré and Thuente (1994), §5.</summary>
internal static class MoreThuente
{
    public static IReadOnlyList<IObjective> All { get; } =
    [
        // (5.1), β = 2: concave at first.
        Of(t => -t / ((t * t) + 2), t => ((t * t) - 2) / (((t * t) + 2) * ((t * t) + 2))),

        // (5.2), β = 0.004: a long flat valley.
        Of(
            t => Math.Pow(t + 0.004, 5) - (2 * Math.Pow(t + 0.004, 4)),
            t => (5 * Math.Pow(t + 0.004, 4)) - (8 * Math.Pow(t + 0.004, 3))),

        // (5.3), β = 0.01, l = 39: wavy, with a sharp turn at 1.
        Of(
            t => Turn(t) + (2 * (1 - 0.01) / (39 * Math.PI) * Math.Sin(39 * Math.PI / 2 * t)),
            t => TurnSlope(t) + ((1 - 0.01) * Math.Cos(39 * Math.PI / 2 * t))),

        // (5.4) of Yanai, Ozawa and Kaneko, of three pairs (β₁, β₂): flat, then steep.
        Yanai(0.001, 0.001),
        Yanai(0.01, 0.001),
        Yanai(0.001, 0.01),
    ];

    private static IObjective Yanai(double first, double second) => Of(
        t => (Gamma(first) * Math.Sqrt(((1 - t) * (1 - t)) + (second * second)))
            + (Gamma(second) * Math.Sqrt((t * t) + (first * first))),
        t => (-Gamma(first) * (1 - t) / Math.Sqrt(((1 - t) * (1 - t)) + (second * second)))
            + (Gamma(second) * t / Math.Sqrt((t * t) + (first * first))));

    private static double Gamma(double beta) => Math.Sqrt(1 + (beta * beta)) - beta;

    private static double Turn(double t) => Math.Abs(1 - t) >= 0.01
        ? Math.Abs(1 - t)
        : ((t - 1) * (t - 1) / 0.02) + 0.005;

    private static double TurnSlope(double t) => Math.Abs(1 - t) >= 0.01 ? Math.Sign(t - 1) : (t - 1) / 0.01;

    private static IObjective Of(Func<double, double> loss, Func<double, double> slope) =>
        Objective.From(loss, slope);
}
