namespace Descent.Bits;

/// <summary>A result beside the expected one; one of them may be missing.</summary>
/// <param name="Name">What was computed.</param>
/// <param name="Hash">The hash of its bits; null where it was expected only.</param>
/// <param name="Expected">The committed hash; null where there is none.</param>
internal sealed record Comparison(string Name, string? Hash, string? Expected)
{
    private const int NameColumns = 40;

    /// <summary>All results in their order, then what was expected only.</summary>
    public static IReadOnlyList<Comparison> Of(IReadOnlyList<Result> results, IReadOnlyList<Result> expected)
    {
        var hashes = expected.ToDictionary(result => result.Name, result => result.Hash);
        return
        [
            .. results.Select(one => new Comparison(one.Name, one.Hash, hashes.GetValueOrDefault(one.Name))),
            .. expected.ExceptBy(results.Select(one => one.Name), one => one.Name)
                .Select(one => new Comparison(one.Name, Hash: null, one.Hash)),
        ];
    }

    public bool IsAsExpected => Hash == Expected;

    /// <summary>Name, hash and judgement.</summary>
    public override string ToString() => $"{Name.PadRight(NameColumns)} {this switch
    {
        { IsAsExpected: true } => $"{Hash} as expected",
        { Hash: null } => $"MISSING (expected {Expected})",
        { Expected: null } => $"{Hash} NEW (nothing is expected)",
        _ => $"{Hash} DIFFERENT (expected {Expected})",
    }}";

    /// <summary>The last line: how many are as expected, and which are not.</summary>
    public static string Verdict(IReadOnlyList<Comparison> comparisons)
    {
        var others = comparisons.Where(one => !one.IsAsExpected).Select(one => one.Name).ToList();
        return others.Count == 0
            ? $"All {comparisons.Count} hashes are as expected."
            : $"{others.Count} of {comparisons.Count} hashes are NOT as expected: "
                + string.Join(", ", others);
    }
}
