using System.Collections.Immutable;
using Descent;
using Descent.Linq;

namespace Lessons;

/// <summary>The most likely probability of heads: by descent, and by counting.</summary>
public sealed class CoinTossLesson : ILesson
{
    /// <summary>The coins: heads, tosses.</summary>
    public static ImmutableArray<CoinToss> Coins { get; } =
    [
        new(0, 1), new(1, 1), new(0, 10), new(1, 10), new(3, 10), new(5, 10), new(7, 10), new(9, 10),
        new(10, 10), new(1, 2), new(2, 3), new(13, 20), new(20, 20), new(0, 20), new(57, 100),
        new(999, 1000), new(1, 1000), new(500_001, 1_000_000),
    ];

    /// <inheritdoc/>
    public string Name => "h";

    /// <inheritdoc/>
    public string Title => "The coin: descent beside p = i / N";

    /// <summary>Whether a coin showed one side only, so that no finite log-odds is the most likely.</summary>
    public static bool IsOneSided(CoinToss coin) => coin.Heads == 0 || coin.Heads == coin.Tosses;

    /// <summary>The endless run from even odds, at the greatest rate that is sure to go down.</summary>
    public static Training<NoMemory> Descend(CoinToss coin) =>
        new GradientDescent(4.0 / coin.Tosses).Minimize(coin, from: [0]);

    /// <summary>The run of a coin that showed both sides, until its expected heads are right to 3e-13 of the
    /// rarer side.</summary>
    public static State<NoMemory> Arrival(CoinToss coin) =>
        Descend(coin)
            .Take(100_000)
            .Until(s => s.Converged(3e-13 * Math.Min(coin.Heads, coin.Tosses - coin.Heads)))
            .Last();

    /// <summary>The run of a one-sided coin, at steps 0, 1, 10, …, 10 000.</summary>
    public static IReadOnlyList<State<NoMemory>> Walk(CoinToss coin) =>
        [.. Descend(coin).Steps(10_000).Where(s => s.Step is 0 or 1 or 10 or 100 or 1000 or 10_000)];

    /// <inheritdoc/>
    public void Print(Page page)
    {
        page.Say("""
            Which probability p of heads makes i heads in N tosses most likely? The one that minimises
            J(p) = -[i log p + (N - i) log(1 - p)]. Its slope (N - i) / (1 - p) - i / p is 0 at p = i / N:
            a case where descent can be checked by counting. Descent runs on the log-odds θ, with
            p = 1 / (1 + exp(-θ)) and the gradient N p - i, so that no step can leave 0 < p < 1.
            """);
        PrintLikelihoods(page);
        page.Say("""
            Descent with rate 4 / N from even odds, for the coins that showed both sides. The slope at
            i / N is 0 but for rounding:
            """);
        page.Table(
            Coins.Where(coin => !IsOneSided(coin)).Select(coin => (Coin: coin, State: Arrival(coin))),
            ("i", row => Show.Whole(row.Coin.Heads)),
            ("N", row => Show.Whole(row.Coin.Tosses)),
            ("p = i / N", row => Show.Digits(row.Coin.Estimate)),
            ("J'(i / N)", row => Show.Size(row.Coin.Slope(row.Coin.Estimate))),
            ("p by descent", row => Show.Digits(row.Coin.Probability(row.State.Parameters))),
            ("updates", row => Show.Whole(row.State.Step)));
        PrintWalk(page, new CoinToss(0, 10));
        PrintWalk(page, new CoinToss(10, 10));
    }

    /// <inheritdoc/>
    public IEnumerable<Drawing> Draw() => CoinTossPictures.All();

    private static void PrintLikelihoods(Page page) => page.Table(
        Coins,
        ("i", coin => Show.Whole(coin.Heads)),
        ("N", coin => Show.Whole(coin.Tosses)),
        ("p = i / N", coin => Show.Digits(coin.Estimate)),
        ("J(p)", coin => Show.Digits(coin.NegativeLogLikelihood(coin.Estimate))),
        ("J(p) / N", coin => Show.Digits(coin.NegativeLogLikelihood(coin.Estimate) / coin.Tosses)),
        ("J(0.25)", coin => Show.Digits(coin.NegativeLogLikelihood(0.25))),
        ("J'(0.25)", coin => Show.Digits(coin.Slope(0.25))),
        ("J(0.5)", coin => Show.Digits(coin.NegativeLogLikelihood(0.5))),
        ("J'(0.5)", coin => Show.Digits(coin.Slope(0.5))),
        ("J(0.75)", coin => Show.Digits(coin.NegativeLogLikelihood(0.75))),
        ("J'(0.75)", coin => Show.Digits(coin.Slope(0.75))));

    private static void PrintWalk(Page page, CoinToss coin)
    {
        page.Say($"""
            {coin.Heads} heads in {coin.Tosses}: no θ is the best.
            The loss falls to 0, θ walks without end, and p comes near, but never arrives:
            """);
        page.Table(
            Walk(coin),
            ("after n", s => Show.Whole(s.Step)),
            ("θ", s => Show.Digits(s.Parameters[0])),
            ("p", s => Show.Digits(coin.Probability(s.Parameters))),
            ("J", s => Show.Digits(s.Loss)));
    }
}
