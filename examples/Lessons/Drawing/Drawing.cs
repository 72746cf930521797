namespace Lessons;

/// <summary>A plot and the file it is for.</summary>
public sealed record Drawing(string FileName, Plot Plot)
{
    /// <summary>Writes the file, making the folder where there is none.</summary>
    /// <returns>The path.</returns>
    public string Save(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        File.WriteAllText(path, Plot.ToSvg());
        return path;
    }
}
