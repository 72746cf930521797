using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Descent;
using Descent.Models;
using Spectre.Console;

namespace QuickStart;

/// <summary>Accuracy and confusion matrix on the test part, and the bits that were learnt.</summary>
internal static class Verdict
{
    public static void Print(Confusion confusion)
    {
        var table = new Table().Border(TableBorder.Rounded).Title("test part");
        table.AddColumns("", "predicted malignant", "predicted benign");
        table.AddRow("malignant", Text(confusion.Counts[0, 0]), Text(confusion.Counts[0, 1]));
        table.AddRow("benign", Text(confusion.Counts[1, 0]), Text(confusion.Counts[1, 1]));
        AnsiConsole.Write(table);

        var right = confusion.Counts[0, 0] + confusion.Counts[1, 1];
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"test accuracy {confusion.Accuracy:P1} ({right} of {confusion.Total})"));
    }

    public static void PrintBits(Vector parameters)
    {
        var bits = SHA256.HashData(MemoryMarshal.AsBytes(parameters.AsSpan()));
        Console.WriteLine($"SHA-256 of the parameters' bits: {Convert.ToHexStringLower(bits)}");
    }

    private static string Text(double count) => count.ToString(CultureInfo.InvariantCulture);
}
