using Xunit;

namespace Descent.Properties;

/// <summary>A test that is skipped where its <see cref="Repository.SharedReference"/> is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute(string relativePath)
    {
        RelativePath = relativePath;
        if (!File.Exists(Repository.SharedReference(relativePath)))
        {
            Skip = $"The reference values '{relativePath}' are not beside the repository.";
        }
    }

    public string RelativePath { get; }
}
