namespace Descent.Bits;

/// <summary>The draws of seeds, near and beyond index 2³².</summary>
internal static class SeedBits
{
    private static readonly Seed[] Seeds = [0, 1, -1, 2026, long.MaxValue, new Seed(2026).Derive(7)];

    private static readonly long[] Indices =
        [.. Enumerable.Range(0, 300), .. Enumerable.Range(-3, 6).Select(i => (1L << 32) + i), long.MaxValue];

    private static readonly int[] Bounds = [1, 2, 3, 10, 1000, 3 << 29, int.MaxValue];

    public static IEnumerable<Result> All() =>
    [
        Each("seed.uniform", (seed, i) => seed.Uniform(i)),
        Each("seed.normal", (seed, i) => seed.Normal(i)),
        Result.Of(
            "seed.integer",
            from seed in Seeds
            from i in Indices
            from bound in Bounds
            select (double)seed.Integer(i, bound)),
        Result.Of(
            "seed.permutation",
            from seed in Seeds
            from count in new[] { 0, 1, 2, 5, 256, 1000 }
            from place in seed.Permutation(count)
            select (double)place),
        // All 64 bits of a child, in two numbers.
        Result.Of(
            "seed.derive",
            from seed in Seeds
            from i in Indices
            let child = seed.Derive(i).Value
            from half in new[] { child >> 32, child & uint.MaxValue }
            select (double)half),
    ];

    private static Result Each(string name, Func<Seed, long, double> draw) => Result.Of(
        name,
        from seed in Seeds
        from i in Indices
        select draw(seed, i));
}
