using System.Reflection;
using System.Text.RegularExpressions;

namespace Descent.Properties;

/// <summary>The floor of each file and type of src: 0 is the ground, and nobody uses a higher one.</summary>
/// <remarks>A type stands where its file stands; a nested type stands where its outermost one does.</remarks>
internal static partial class Floors
{
    private static readonly string[][] Plan =
    [
        ["Descent.Core/Numerics"],
        ["Descent.Core/Data"],
        ["Descent.Core/Losses", "Descent.Core/Penalties"],
        ["Descent.Core/Objectives"],
        [
            "Descent.Core/Schedules", "Descent.Core/Optimizers", "Descent.Core/Minimizers",
            "Descent.Core/Stopping",
        ],
        ["Descent.Linq/Training"],
        ["Descent.Linq/Operators"],
        ["Descent.Linq/Checkpoints"],
        ["Descent.Models/Fitting"],
        ["Descent.Models/Metrics"],
        ["Descent.Models/Linear", "Descent.Models/Neighbors", "Descent.Models/Trees"],
        ["Descent.Models/Pipelines", "Descent.Models/Validation"],
        ["Descent.Models/Files", "Descent.Models/ToyData"],
    ];

    private static readonly ILookup<(string Project, string Type), string> Declarations =
        (from path in RepositoryFiles.Files("*.cs", "src")
         from type in DeclaredTypes(RepositoryFiles.Read(path))
         select (Key: (path.Split('/')[1], type), path)).ToLookup(entry => entry.Key, entry => entry.path);

    /// <summary>The floor of a file by its folder, or null where the plan has none.</summary>
    public static int? OfFile(string path)
    {
        var floor = Array.FindIndex(Plan, folders => folders.Any(Holds));
        return floor < 0 ? null : floor;

        bool Holds(string folder) => path.StartsWith($"src/{folder}/", StringComparison.Ordinal);
    }

    /// <summary>
    /// The floor of a type by its files; null for a type that is not ours, or in no file or on two floors.
    /// </summary>
    public static int? OfType(Type type)
    {
        var outer = Uses.Outermost(type);
        var files = Declarations[(outer.Assembly.GetName().Name!, outer.Name.Split('`')[0])];
        return files.Select(OfFile).Distinct().ToArray() is [var floor] ? floor : null;
    }

    /// <summary>The outermost types that an assembly's own files declare.</summary>
    public static IEnumerable<Type> Types(Assembly assembly) =>
        assembly.GetTypes().Where(type =>
            !type.IsNested && type.Namespace?.StartsWith(nameof(Descent), StringComparison.Ordinal) == true);

    /// <summary>A sentence for each use of a higher floor.</summary>
    public static IEnumerable<string> Violations(IEnumerable<Type> types, Func<Type, int?> floorOf) =>
        from type in types
        let floor = floorOf(type)
        from use in Uses.Of(type)
        from used in Uses.TypesOf(use.Used)
        where floorOf(used) > floor
        select $"{type.Name} (floor {floor}) uses {used.Name} (floor {floorOf(used)}) in {use.Where}";

    /// <summary>
    /// The names of the outermost types in a source text: what is declared at the left margin.
    /// </summary>
    public static IEnumerable<string> DeclaredTypes(string source) =>
        TypeDeclaration().Matches(source).Select(match => match.Groups[1].Value);

    [GeneratedRegex(
        @"^(?:[a-z]+ )*(?:class|struct|interface|enum|record|delegate \S+) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();
}
