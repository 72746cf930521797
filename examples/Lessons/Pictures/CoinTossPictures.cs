using Descent;

namespace Lessons;

/// <summary>The drawings of lesson h.</summary>
public static class CoinTossPictures
{
    /// <summary>A ball that runs down the likelihood of seven heads in ten, and where p goes for other
    /// coins.</summary>
    public static IEnumerable<Drawing> All() =>
        [new("h-coin-ball.svg", Descent()), new("h-coin-sides.svg", Sides())];

    private static Plot Descent()
    {
        var coin = new CoinToss(7, 10);
        var run = CoinTossLesson.Descend(coin).Take(5).Select(s => coin.Probability(s.Parameters));
        var best = new Point(coin.Estimate, coin.NegativeLogLikelihood(coin.Estimate));
        var (p, loss) = (new Axis("p", 0.45, 0.9), new Axis("J(p)", 6, 8));
        return new Plot("Seven heads in ten: J(p) is least at p = 7/10", p, loss).With(
            Curve.Graph(coin.NegativeLogLikelihood, p.Least, p.Greatest, Ink.Blue, "J(p)"),
            new Dots([best], Ink.Green, "p = i / N", 6),
            Ball.Along(coin.NegativeLogLikelihood, [.. run], 6, Ink.Red, "descent from p = 1/2"));
    }

    private static Plot Sides()
    {
        var (number, p) = (new Axis("1 + updates", 1, 1000, Logarithmic: true), new Axis("p", 0, 1));
        return new Plot("p stays between 0 and 1, whatever was tossed", number, p).With(
            Run(new CoinToss(10, 10), Ink.Red),
            Run(new CoinToss(7, 10), Ink.Green),
            Run(new CoinToss(1, 10), Ink.Black),
            Run(new CoinToss(0, 10), Ink.Blue));
    }

    private static Curve Run(CoinToss coin, string ink) =>
        new(
            Thinned.By([.. CoinTossLesson.Descend(coin).Take(1000)], s => s.Step)
                .Select(s => new Point(s.Step + 1, coin.Probability(s.Parameters))),
            ink, $"{coin.Heads} heads in {coin.Tosses}");
}
