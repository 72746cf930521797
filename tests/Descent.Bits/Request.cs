using System.Globalization;

namespace Descent.Bits;

/// <summary>What the command line asks for.</summary>
/// <param name="ExpectedFile">Where the expected hashes are.</param>
/// <param name="Accepts">Whether to write them anew.</param>
/// <param name="Threads">How many threads evaluate a risk, at least 1.</param>
/// <param name="Culture">The culture to be in force; the machine's own where null.</param>
internal sealed record Request(string ExpectedFile, bool Accepts, int Threads, string? Culture)
{
    private const string Usage =
        """
        The arguments are
          --threads N      evaluate with N threads (1)
          --culture NAME   in this culture, such as de-DE (the machine's own)
          --expected FILE  compare with this file (expected.txt beside the sources)
          --accept         write the hashes to that file
        """;

    /// <exception cref="FormatException">An argument is not known, or its value is none.</exception>
    public static Request Parse(string[] arguments) =>
        Read(new(Metadata.Of("ExpectedBits"), Accepts: false, Threads: 1, Culture: null), arguments);

    private static Request Read(Request request, string[] arguments) => arguments switch
    {
        [] => request,
        ["--accept", .. var rest] => Read(request with { Accepts = true }, rest),
        ["--expected", var file, .. var rest] => Read(request with { ExpectedFile = file }, rest),
        ["--culture", var name, .. var rest] => Read(request with { Culture = name }, rest),
        ["--threads", var number, .. var rest] when Count(number) is { } threads =>
            Read(request with { Threads = threads }, rest),
        _ => throw new FormatException($"Not understood: {string.Join(' ', arguments)}\n{Usage}"),
    };

    private static int? Count(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : null;
}
