namespace Descent.Bits;

/// <summary>The committed hashes: a line "name hash" for each.</summary>
internal static class ExpectedHashes
{
    /// <summary>Hashes by name, in the order of the file; none where there is no file.</summary>
    public static IReadOnlyList<Result> Read(string path) =>
        File.Exists(path)
            ?
            [
                .. from line in File.ReadLines(path)
                   let parts = line.Split(' ')
                   select new Result(parts[0], parts[1]),
            ]
            : [];

    public static void Write(string path, IEnumerable<Result> results) =>
        File.WriteAllText(path, string.Concat(results.Select(result => $"{result.Name} {result.Hash}\n")));
}
