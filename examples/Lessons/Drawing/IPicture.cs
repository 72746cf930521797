namespace Lessons;

/// <summary>What a file of drawing shows: a plot, or a sheet of them.</summary>
public interface IPicture
{
    /// <summary>The file, which any browser shows: no scripts, nothing from elsewhere.</summary>
    string ToSvg();
}
