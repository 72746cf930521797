// Mistakes on purpose: the checks of the architecture must find each of them.
#pragma warning disable CS0649, IDE0044

namespace Descent.Properties;

/// <summary>Changes after construction, but not in <see cref="ReadOnly"/> and <c>constant</c>.</summary>
internal sealed class MutableFields(int captured, int constant)
{
    public static int Static;

    public int Instance;

    public readonly int ReadOnly;

    public int Auto { get; set; }

    public int Next() => captured++ + constant;
}
