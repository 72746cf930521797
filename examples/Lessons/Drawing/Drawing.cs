namespace Lessons;

/// <summary>A picture and the file it is for.</summary>
public sealed record Drawing(string FileName, IPicture Picture)
{
    /// <summary>Writes the file, making the folder where there is none.</summary>
    /// <returns>The path.</returns>
    public string Save(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        File.WriteAllText(path, Picture.ToSvg());
        return path;
    }
}
