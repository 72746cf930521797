using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Descent;
using Spectre.Console;

namespace QuickStart;

/// <summary>Accuracy and confusion matrix on the test part, and the bits that were learnt.</summary>
internal static class Verdict
{
    public static void Print(EmpiricalRisk test, Vector parameters)
    {
        // The score is the log-odds of class 1, so its sign is the decision.
        var predicted = test.Scores(parameters).Map(score => score > 0 ? 1 : 0);
        int Count(double actual, double decision) =>
            predicted.Zip(test.Data.Targets).Count(pair => (pair.First, pair.Second) == (decision, actual));

        var table = new Table().Border(TableBorder.Rounded).Title("test part");
        table.AddColumns("", "predicted malignant", "predicted benign");
        table.AddRow("malignant", Text(Count(0, 0)), Text(Count(0, 1)));
        table.AddRow("benign", Text(Count(1, 0)), Text(Count(1, 1)));
        AnsiConsole.Write(table);

        var right = Count(0, 0) + Count(1, 1);
        var bits = SHA256.HashData(MemoryMarshal.AsBytes(parameters.AsSpan()));
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"test accuracy {(double)right / test.Data.Count:P1} ({right} of {test.Data.Count})"));
        Console.WriteLine($"SHA-256 of the parameters' bits: {Convert.ToHexStringLower(bits)}");
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
