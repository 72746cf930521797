using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>From names of features to their places.</summary>
internal static class ColumnNames
{
    /// <summary>The names that a user gave, each once and none of them null.</summary>
    public static Listed<string> Checked(IEnumerable<string> columns, string name)
    {
        ImmutableArray<string> listed = [.. Guard.NotNull(columns, name)];
        for (var i = 0; i < listed.Length; i++)
        {
            Guard.NotNullAt(listed[i], name, i);
            if (listed.IndexOf(listed[i]) < i)
                throw new ArgumentException(
                    $"'{listed[i]}' comes twice in {name}; name each column once.", name);
        }

        return listed;
    }

    /// <summary>Where the features with these names are.</summary>
    /// <exception cref="ArgumentException">No feature has such a name, or more than one has.</exception>
    public static Listed<int> Places(ImmutableArray<string> names, Listed<string> columns) =>
        columns.Items.Select(column => Place(names, column)).ToImmutableArray();

    public static int Place(ImmutableArray<string> names, string column, string name = "training")
    {
        var first = names.IndexOf(column);
        return first >= 0 && first == names.LastIndexOf(column)
            ? first
            : throw new ArgumentException(
                $"'{column}' is the name of {(first < 0 ? "no" : "more than one")} feature of the training "
                + $"rows; name one of {string.Join(", ", names)}.",
                name);
    }
}
