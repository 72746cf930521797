using System.Globalization;
using Descent.Linq;

namespace Descent.Models;

/// <summary>Samples in the text format of LIBSVM and SVMlight, read into sparse rows.</summary>
/// <remarks>
/// <para>A line is a sample: <c>label index:value index:value … # comment</c>. Indices count from 1 and
/// increase; what is not named is 0. Blank lines and lines of a comment alone are passed over. Numbers have a
/// decimal point in every culture (Chang, Lin 2011; Joachims 1999).</para>
/// <para><see cref="Read(string, int?)"/> takes labels as they are, for a regression;
/// <see cref="ReadClasses(string, int?, Vector?)"/> numbers them as classes, whether the file says −1 and 1,
/// 0 and 1, or 1 to K. Ranking groups, <c>qid:</c>, are refused: a group would be trained on as if it were a
/// sample.</para>
/// <para>A file does not say how many features there are; a test part may lack the last ones of the training
/// part. Say how many, then.</para>
/// </remarks>
public static class LibSvmFile
{
    /// <summary>The samples of a file, with the labels as targets.</summary>
    /// <param name="path">The file.</param>
    /// <param name="features">The number of features; the greatest index when omitted.</param>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="features"/> is negative.</exception>
    /// <exception cref="InvalidDataException">
    /// There is no sample, or a line is not in the format: the message has its number, what it says, and what
    /// to do.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Dataset Read(string path, int? features = null)
    {
        using var reader = new StreamReader(AtomicFile.At(path).Open());
        return LibSvmText.Read(reader, path, Checked(features)).Data();
    }

    /// <summary>The samples of a text, with the labels as targets.</summary>
    /// <param name="reader">Where the text comes from; it is read to its end, and stays open.</param>
    /// <param name="features">The number of features; the greatest index when omitted.</param>
    /// <inheritdoc cref="Read(string, int?)"/>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> is null.</exception>
    public static Dataset Read(TextReader reader, int? features = null) =>
        LibSvmText.Read(Guard.NotNull(reader), "The text", Checked(features)).Data();

    /// <summary>The samples of a file, with the labels numbered from 0 in increasing order.</summary>
    /// <remarks>−1 and 1 become 0 and 1; 1 to K become 0 to K − 1.</remarks>
    /// <param name="path">The file.</param>
    /// <param name="features">The number of features; the greatest index when omitted.</param>
    /// <param name="labels">
    /// The labels in the order of their classes, such as those of the training part, which a test part may
    /// not have all of; those of the file when omitted.
    /// </param>
    /// <inheritdoc cref="Read(string, int?)"/>
    /// <exception cref="InvalidDataException">
    /// There is no sample, a line is not in the format, or a label is no whole number or none of those given.
    /// </exception>
    /// <exception cref="ArgumentException">A label is given twice.</exception>
    public static LibSvmClasses ReadClasses(string path, int? features = null, Vector? labels = null)
    {
        using var reader = new StreamReader(AtomicFile.At(path).Open());
        return LibSvmText.Read(reader, path, Checked(features)).Classes(labels);
    }

    /// <summary>The samples of a text, with the labels numbered from 0 in increasing order.</summary>
    /// <inheritdoc cref="ReadClasses(string, int?, Vector?)"/>
    /// <param name="reader">Where the text comes from; it is read to its end, and stays open.</param>
    /// <param name="features">The number of features; the greatest index when omitted.</param>
    /// <param name="labels">The labels in the order of their classes; those of the text when omitted.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> is null.</exception>
    public static LibSvmClasses ReadClasses(TextReader reader, int? features = null, Vector? labels = null) =>
        LibSvmText.Read(Guard.NotNull(reader), "The text", Checked(features)).Classes(labels);

    /// <summary>Writes samples to a file, with the targets as labels.</summary>
    /// <remarks>
    /// What is read back has the same bits, but for the sign of a zero and the names of features; say how
    /// many features there are, since the last may be 0 in every row. The old file is there, whole, until
    /// the new one is.
    /// </remarks>
    /// <param name="path">The file, in a folder that exists.</param>
    /// <param name="data">The samples, without weights.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The samples have weights, which the format has no place for.
    /// </exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Dataset data)
    {
        var file = AtomicFile.At(path);
        Unweighted(data);
        file.Replace(stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            Write(writer, data);
        });
    }

    /// <summary>Writes samples as text, with the targets as labels.</summary>
    /// <inheritdoc cref="Write(string, Dataset)"/>
    /// <param name="writer">Where the text goes; it stays open.</param>
    /// <param name="data">The samples, without weights.</param>
    public static void Write(TextWriter writer, Dataset data)
    {
        Guard.NotNull(writer);
        Unweighted(data);
        for (var i = 0; i < data.Count; i++)
        {
            writer.Write(Text(data.Targets[i]));
            var row = data.Features.Row(i);
            for (var j = 0; j < row.Length; j++)
            {
                if (row[j] is not 0)
                    writer.Write($" {(j + 1).ToString(CultureInfo.InvariantCulture)}:{Text(row[j])}");
            }

            writer.Write('\n');
        }
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static int? Checked(int? features) =>
        features is { } count ? Guard.AtLeast(count, 0, nameof(features)) : null;

    private static void Unweighted(Dataset data)
    {
        if (Guard.NotNull(data).IsWeighted)
            throw new ArgumentException(
                "data has weights, which the format has no place for; write it by CsvDataset.Write.",
                nameof(data));
    }
}
