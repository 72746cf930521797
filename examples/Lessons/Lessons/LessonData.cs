using Descent;
using Descent.Models;

namespace Lessons;

/// <summary>The data files of the lessons; see data/README.md for where they come from.</summary>
public static class LessonData
{
    /// <summary>The rows of each mini-batch of lesson c: "042" is rows 0, 4, 2.</summary>
    public static IReadOnlyList<int[]> Batches { get; } =
        [.. Words("c_line_minibatch_indices.txt").Select(rows => rows.Select(row => row - '0').ToArray())];

    /// <summary>The 40 points of lessons f and g: two features and a class, 0 or 1.</summary>
    public static Dataset Points { get; } = Table("fg_logistic_data.csv", "y");

    /// <summary>1797 handwritten digits: 64 grey levels from 0 to 1,
    /// row by row of the image, and which digit it is.</summary>
    public static Dataset Digits { get; } = ReadDigits();

    /// <summary>442 patients: ten measurements, and how far their diabetes went within a year.</summary>
    public static Dataset Diabetes { get; } = Table("l_diabetes.csv", "target");

    /// <summary>569 tumours: thirty measures of their cells; 0 is malignant, 1 benign.</summary>
    public static Dataset BreastCancer { get; } = Table("breast_cancer.csv", "target");

    /// <summary>150 flowers: four lengths in cm; 0 is setosa, 1 versicolor, 2 virginica.</summary>
    public static Dataset Iris { get; } = Table("n_iris.csv", "target");

    /// <summary>The same flowers, and of their lengths the petals' alone.</summary>
    public static Dataset Petals { get; } =
        Table("n_iris.csv", "target", "sepal_length_cm", "sepal_width_cm");

    private static Dataset Table(string file, string target, params string[] ignore)
    {
        using var reader = Open(file);
        return CsvDataset.Read(reader, target, ignore: ignore).Data;
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

    private static string[] Words(string file)
    {
        using var reader = Open(file);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    private static StreamReader Open(string file) => new(
        typeof(LessonData).Assembly.GetManifestResourceStream(file)
        ?? throw new InvalidOperationException($"The data file {file} is not in the program."));
}
