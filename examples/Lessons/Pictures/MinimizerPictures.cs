namespace Lessons;

/// <summary>The drawings of the lesson on minimizers.</summary>
public static class MinimizerPictures
{
    private const double LeastDrawn = 1e-20;

    private static readonly string[] Inks =
        [Ink.Blue, Ink.Red, Ink.Green, Ink.Purple, Ink.Orange, Ink.Sky, Ink.Black];

    /// <summary>All drawings: the paths and losses in the valley, and the lasso's weights.</summary>
    public static IEnumerable<Drawing> All =>
    [
        new("l-valley-path-gradients.svg", Paths(Walker.All.Where(one => one.Sees == "gradient"))),
        new("l-valley-path-curvature.svg", Paths(Walker.All.Where(one => one.Sees != "gradient"))),
        new("l-valley-loss.svg", Losses()),
        new("l-lasso-path.svg", Weights()),
    ];

    private static Plot Paths(IEnumerable<Walker> walkers) =>
        RacePictures.Valley("Rosenbrock's valley: the paths", walkers.Zip(Inks, (one, ink) => new Curve(
            Thinned.By(one.States, state => state.Step).Select(state =>
                new Point(state.Parameters[0], state.Parameters[1])),
            ink,
            one.Name,
            1.5)));

    private static Plot Losses()
    {
        var evaluations = new Axis("evaluations", 1, 1e5, Logarithmic: true);
        var loss = new Axis("loss", LeastDrawn, 100, Logarithmic: true);
        return new Plot("Rosenbrock's valley: what the evaluations buy", evaluations, loss).With(
        [
            .. Walker.All.Zip(Inks.Append(Ink.Grey), (one, ink) => new Curve(
                Thinned.By(one.States, state => state.Evaluations).Select(state =>
                    new Point(state.Evaluations, Math.Max(state.Loss, LeastDrawn / 10))),
                ink,
                one.Name,
                1.5)),
        ]);
    }

    private static Plot Weights()
    {
        var path = Diabetes.Path;
        var strength = new Axis("λ", path[^1].Strength, path[0].Strength, Logarithmic: true);
        var curves = Diabetes.Entering.Select((feature, k) => new Curve(
            path.Select(point => new Point(point.Strength, point.Parameters[feature])),
            k < Inks.Length ? Inks[k] : Ink.Grey,
            k < Inks.Length ? Diabetes.Names[feature] : k == Inks.Length ? Rest() : null,
            1.5));
        return new Plot("The lasso's weights, from right to left", strength, new Axis("weight", -40, 40))
            .With([.. curves]);

        static string Rest() =>
            string.Join(", ", Diabetes.Entering.Skip(Inks.Length).Select(feature => Diabetes.Names[feature]));
    }
}
