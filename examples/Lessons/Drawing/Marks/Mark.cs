using System.Xml.Linq;

namespace Lessons;

/// <summary>Something drawn between the axes.</summary>
/// <param name="Ink">Its colour.</param>
/// <param name="Legend">Its name in the legend, or null.</param>
public abstract record Mark(string Ink, string? Legend)
{
    /// <summary>Its elements.</summary>
    public abstract IEnumerable<XElement> Draw(Frame frame);
}
