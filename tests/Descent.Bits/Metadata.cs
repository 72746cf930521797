using System.Reflection;

namespace Descent.Bits;

/// <summary>What the build wrote into this program.</summary>
internal static class Metadata
{
    public static string Of(string key) =>
        typeof(Metadata).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(entry => entry.Key == key).Value ?? "";
}
