using Descent.Models;

namespace Lessons;

/// <summary>The drawings of the lesson on boundaries.</summary>
public static class BoundaryPictures
{
    private static readonly string[] Inks = [Ink.Red, Ink.Green, Ink.Blue];

    /// <summary>All drawings: the borders on each shape, and errors against degree and size.</summary>
    public static IEnumerable<Drawing> All =>
    [
        .. ToyProblem.All.Select(problem => new Drawing($"m-{problem.Name}.svg", Borders(problem))),
        new("m-sine-curves.svg", Curves()),
        new("m-sine-degree.svg", Degrees()),
        new("m-sine-size.svg", Sizes()),
    ];

    private static Sheet Borders(ToyProblem problem) => new($"{problem.Name}: borders of four methods", 2,
    [
        .. ToyProblem.Methods.Select(method => ClassPlane.Of(
            $"{problem.Name}: {method.Name}, {Show.Fixed(problem.Score(method.Name).Mean, 3)} right",
            problem.Data,
            method.Learner.Fit(problem.Data).Model,
            "class 0",
            "class 1")),
    ]);

    private static Sheet Curves() =>
        new("Polynomials through forty points", 2, [.. new[] { 1, 3, 9, 15 }.Select(Through)]);

    private static Plot Through(int degree)
    {
        var data = NoisySine.Few;
        var model = new PolynomialRegression(degree).Fit(data).Model;
        return new Plot($"degree {Show.Whole(degree)}", new Axis("x", 0, 1), new Axis("y", -2, 2)).With(
            new Dots(
                data.Targets.Select((y, row) => new Point(data.Features[row, 0], y)), Ink.Black, "points"),
            Curve.Graph(x => Math.Sin(2 * Math.PI * x), 0, 1, Ink.Green, "the sine"),
            Curve.Graph(x => model.Predict([x]), 0, 1, Ink.Red, "the polynomial"));
    }

    private static Plot Degrees()
    {
        var (degree, error) = (new Axis("degree", 1, 15), new Axis("RMSE", 0.1, 200, Logarithmic: true));
        return new Plot("Errors of polynomials of forty points, by degree", degree, error).With(
            Along(NoisySine.ByDegree, point => point.Train, Ink.Blue) with { Legend = "points learned from" },
            Along(NoisySine.ByDegree, point => point.Test, Ink.Red) with { Legend = "new points" },
            Curve.Level(NoisySine.Noise, degree, Ink.Grey, "the noise"));
    }

    private static Plot Sizes()
    {
        var sizes = NoisySine.Sizes;
        var size = new Axis("points learned from", sizes[0], sizes[^1], Logarithmic: true);
        var names = NoisySine.Degrees.Select(degree => $"degree {Show.Whole(degree)}");
        var curves = NoisySine.BySize.Zip(names, Inks).SelectMany(one => (Curve[])
        [
            Along(one.First, point => point.Test, one.Third) with { Legend = one.Second },
            Along(one.First, point => point.Train, one.Third) with { Dashed = true },
        ]);
        return new Plot(
            "Errors by the number of points; dashed: on those learned from",
            size,
            new Axis("RMSE", 0.1, 2, Logarithmic: true))
            .With([.. curves, Curve.Level(NoisySine.Noise, size, Ink.Grey, "the noise")]);
    }

    private static Curve Along(
        ScoreCurve<int> curve, Func<ScorePoint<int>, ScoreSummary> scores, string ink) =>
        new(curve.Points.Select(point => new Point(point.Setting, scores(point).Mean)), ink);
}
