using System.Reflection;

namespace Descent.Properties;

/// <summary>The repository's own files, as the tests of the house read them.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] NotOurs = ["bin", "obj", "artifacts", "TestResults", ".git"];

    /// <summary>The assemblies of src, lowest first.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [typeof(Vector).Assembly, typeof(Linq.Iterate).Assembly, typeof(Models.IModel).Assembly];

    public static string Read(string path) => File.ReadAllText(Repository.PathOf(path));

    public static bool Has(string path) => File.Exists(Repository.PathOf(path));

    /// <summary>Paths relative to the root, with forward slashes, of the files under some folders.</summary>
    public static IReadOnlyList<string> Files(string pattern, params string[] folders) =>
    [
        .. folders
            .Select(Repository.PathOf)
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(NotOurs.Contains))
            .Order(StringComparer.Ordinal),
    ];
}
