using System.Reflection;

namespace Descent.Properties;

/// <summary>Where the repository's own files are, for tests that read them.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>What the build wrote under a key; empty where it knew nothing.</summary>
    public static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(entry => entry.Key == key).Value ?? "";

    /// <summary>The full path of a file, from its path inside the repository.</summary>
    public static string PathOf(string relativePath) => Path.GetFullPath(Path.Combine(Root, relativePath));

    /// <summary>The full path of a file of reference values that may lie beside the repository.</summary>
    public static string SharedReference(string relativePath) =>
        PathOf(Path.Combine("..", "shared", "reference", relativePath));
}
