namespace Descent.Bits;

/// <summary>What was computed, and the hash of its bits.</summary>
internal sealed record Result(string Name, string Hash)
{
    public static Result Of(string name, IEnumerable<double> values) => new(name, BitHash.Of(values));
}
