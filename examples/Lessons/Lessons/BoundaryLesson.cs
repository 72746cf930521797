using Descent.Models;

namespace Lessons;

/// <summary>What a straight border can do, what bends it, and how much bending is too much.</summary>
public sealed class BoundaryLesson : ILesson
{
    /// <inheritdoc/>
    public string Name => "m";

    /// <inheritdoc/>
    public string Title => "Boundaries: where a straight line is enough, and where not";

    /// <inheritdoc/>
    public void Print(Page page)
    {
        PrintShapes(page);
        PrintReasons(page);
        PrintDegrees(page);
        PrintSizes(page);
    }

    /// <inheritdoc/>
    public IEnumerable<Drawing> Draw() => BoundaryPictures.All;

    private static void PrintShapes(Page page)
    {
        page.Say("""
            Logistic regression parts the plane by a straight line. Where the classes lie on two sides of a
            line that is all it takes; where they do not, no training helps, for the best of all lines is a
            bad border. Here are five shapes of 240 points and four methods. A score is the share of points
            told right, mean ± spread over ten parts, each judged by a model of the other nine:
            """);
        page.Table(
            ToyProblem.All,
            [
                ("", problem => problem.Name),
                .. ToyProblem.Methods.Select(method => ((string, Func<ToyProblem, string>))
                    (method.Name, problem => Score(problem.Score(method.Name)))),
            ]);
        page.Say("""
            Degree 3 is the same logistic regression on nine features: x1, x2 and all their products of two
            and of three factors. 7-NN asks the seven nearest points and takes the majority. The tree asks
            for one coordinate at a time, and keeps at least four points in each leaf.
            """);
    }

    private static void PrintReasons(Page page)
    {
        var (moon, circle, corner) = (Line("moons"), Line("circles"), Line("xor"));
        var (moon3, circle3, corner3) = (Cubic("moons"), Cubic("circles"), Cubic("xor"));
        var spiral3 = Cubic("spirals");
        page.Say($"""
            blobs: the line works. Two round clouds have a line as the best border there is; in the long run
            nothing tells more than 93 % of such points right. What can bend gains nothing here, and the tree,
            whose steps follow single points, loses.

            moons: the line has {moon} and cuts off the tips that reach into each other. A cubic bends around
            them: {moon3}.

            circles, xor: the line is worth no more than a coin, {circle} and {corner}. On both sides of any
            line through the middle lie as many points of either class. (It may even fall below one half: what
            a part happens to have too much of, the other nine have too little of, and there is nothing
            else for a line to learn.) Yet x1² + x2² tells circles apart, and x1 x2 the corners of xor: with
            such products as features the same method has {circle3} and {corner3}.

            spirals: a cubic has too few bends, {spiral3}. Neighbours know of no shape; they need points
            nearby, and there are enough. The tree makes the curves of small rectangles, each of which
            wants points of its own.

            So begin with the line. Where products or neighbours are clearly better, the border is not
            straight: products are the choice if its shape is simple, neighbours if points are many and
            features few, a tree if the border runs along the axes or the rule is to be read.
            """);
    }

    private static void PrintDegrees(Page page)
    {
        page.Say("""
            How much bending is too much? Forty points lie about one period of a sine, with normal noise
            of deviation 0.3. Polynomials of degree 1 to 15 are fitted to four fifths of the points and judged
            on the rest, five times. RMSE is the root of the mean squared error, train that on the points
            learned from, test that on the others:
            """);
        page.Lines(NoisySine.ByDegree.ToString().Split('\n'));
        var best = Show.Whole(NoisySine.ByDegree.Best.Setting);
        page.Say($"""
            Degrees 1 and 2 underfit: they have no way to be a sine, and are as bad on the points they know as
            on new ones. Degree {best} is the best on new points. From there on the error on known points goes
            on falling, and the curve follows the noise: it overfits. At last it swings so wildly between
            the points and at the ends that the error on new ones is hundreds of times the noise, and the
            error on known points tells nothing of it.
            """);
    }

    private static void PrintSizes(Page page)
    {
        page.Say("""
            More points cure the one and not the other. The same error for three degrees as the points
            get more, on those learned from and on new ones:
            """);
        page.Table(
            NoisySine.Sizes.Index(),
            [
                ("points", size => Show.Whole(size.Item)),
                .. NoisySine.Degrees.Index().SelectMany(degree =>
                    new (string, Func<(int Index, int Item), string>)[]
                    {
                        ($"degree {degree.Item}: train", size => Error(At(degree.Index, size.Index).Train)),
                        ("test", size => Error(At(degree.Index, size.Index).Test)),
                    }),
            ]);
        page.Say("""
            The line's two errors soon meet, far above the noise of 0.3: more points do not help it. Degree 3
            is near the noise from the start. Degree 12 is useless with few points, as good as degree 3
            with hundreds. A wide gap between the two errors asks for more points or a simpler model; two
            errors that have met too high ask for a richer one.
            """);
    }

    private static ScorePoint<int> At(int degree, int size) => NoisySine.BySize[degree].Points[size];

    private static string Error(ScoreSummary scores) =>
        scores.Mean < 100 ? Show.Fixed(scores.Mean, 3) : Show.Size(scores.Mean);

    private static string Score(CrossValidation score) =>
        $"{Show.Fixed(score.Mean, 3)} ± {Show.Fixed(score.Spread, 3)}";

    private static string Line(string problem) => Mean(problem, "logistic");

    private static string Cubic(string problem) => Mean(problem, "logistic, degree 3");

    private static string Mean(string problem, string method) =>
        Show.Fixed(ToyProblem.All.Single(one => one.Name == problem).Score(method).Mean, 3);
}
