using System.Globalization;
using Descent;

namespace Lessons;

/// <summary>The data files of the lessons; see data/README.md for where they come from.</summary>
public static class LessonData
{
    /// <summary>The rows of each mini-batch of lesson c: "042" is rows 0, 4, 2.</summary>
    public static IReadOnlyList<int[]> Batches { get; } =
        [.. Words("c_line_minibatch_indices.txt").Select(rows => rows.Select(row => row - '0').ToArray())];

    /// <summary>The 40 points of lessons f and g: two features and a class, 0 or 1.</summary>
    public static Dataset Points { get; } = ReadPoints();

    /// <summary>1797 handwritten digits: 64 grey levels from 0 to 1,
    /// row by row of the image, and which digit it is.</summary>
    public static Dataset Digits { get; } = ReadDigits();

    /// <summary>442 patients: ten measurements, and how far their diabetes went within a year.</summary>
    public static Dataset Diabetes { get; } = ReadDiabetes();

    private static Dataset ReadDiabetes()
    {
        var lines = Words("l_diabetes.csv");
        var rows = lines.Skip(1).Select(Numbers).ToArray();
        return new Dataset(
            Matrix.FromRows(rows.Select(row => row[..^1])),
            Vector.From(rows.Select(row => row[^1])),
            names: lines[0].Split(',')[..^1]);
    }

    private static Dataset ReadDigits()
    {
        // A character per pixel, 0 … 9 and a … g for 10 … 16, and one for the digit.
        var images = Words("k_digits.txt");
        return new Dataset(
            Matrix.From(images.Length, 64, (i, j) => Level(images[i][j]) / 16.0),
            Vector.From(images.Select(image => (double)Level(image[64]))));

        static int Level(char c) => c <= '9' ? c - '0' : c - 'a' + 10;
    }

    private static Dataset ReadPoints()
    {
        var rows = Words("fg_logistic_data.csv").Skip(1).Select(Numbers).ToArray();
        var features = Matrix.FromRows(rows.Select(row => row[..2]));
        return new Dataset(features, Vector.From(rows.Select(row => row[2])));
    }

    private static double[] Numbers(string line) =>
        [.. line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];

    private static string[] Words(string file)
    {
        using var stream = typeof(LessonData).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The data file {file} is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
