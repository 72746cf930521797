namespace Descent.Benchmarks;

/// <summary>What is hoped for of one contender.</summary>
/// <param name="Text">The aim in words.</param>
/// <param name="Measure">The number that is judged; null where a contender is not there.</param>
/// <param name="IsMet">Whether the number is good enough.</param>
/// <param name="Unit">The unit of the number.</param>
internal sealed record Aim(
    string Text, Func<Results, double?> Measure, Func<double, bool> IsMet, string Unit = "×")
{
    /// <summary>One contender takes at most so many times the time of a limit.</summary>
    public static Aim AtMost(string of, double times, string limit) => new(
        $"{of}: at most {Show.Number(times)} × {limit}",
        results => results.Has(of) && results.Has(limit) ? results.Ratio(of, limit) : null,
        ratio => ratio <= times);

    /// <summary>One contender is at least so many times faster than another.</summary>
    public static Aim Faster(string of, double times, string than) => new(
        $"{of}: at least {Show.Number(times)} × faster than {than}",
        results => results.Has(of) && results.Has(than) ? results.Ratio(than, of) : null,
        ratio => ratio >= times);

    /// <summary>One contender takes at most so many nanoseconds a step.</summary>
    public static Aim Nanoseconds(string of, double most) => new(
        $"{of}: at most {Show.Number(most)} ns a state",
        results => 1e6 * results.Milliseconds(of) / results.Count,
        time => time <= most,
        "ns");

    /// <summary>One contender allocates at most so many bytes a step.</summary>
    public static Aim Bytes(string of, double most) => new(
        $"{of}: at most {Show.Number(most)} bytes a state",
        results => results.BytesPerCount(of),
        bytes => bytes <= most,
        "bytes");
}
