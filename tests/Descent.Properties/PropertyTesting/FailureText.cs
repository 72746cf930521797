using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.FSharp.Core;

namespace FsCheck.Xunit;

/// <summary>The message of a law that does not hold.</summary>
internal static class FailureText
{
    public static string Of(MethodInfo law, TestResult.Failed failed)
    {
        var (data, original, shrunk) = (failed.Item1, failed.Item2, failed.Item3);
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture,
                $"Falsified in case {data.NumberOfTests}, shrunk {data.NumberOfShrinks} times.")
            .AppendLine("Original:").Append(ArgumentText.Of(law, original));
        if (data.NumberOfShrinks > 0)
        {
            text.AppendLine("Shrunk:").Append(ArgumentText.Of(law, shrunk));
        }

        foreach (var label in data.Labels)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Label: {label}");
        }

        if (Thrown(failed) is null)
        {
            text.AppendLine(Cause(failed).Message);
        }

        var replay = new Replay(failed.Item6, FSharpOption<int>.Some(failed.Item7));
        return text.Append("To reproduce: ").Append(ReplayText.Attribute(replay)).ToString();
    }

    public static string Of(TestData data, Config config) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        Exhausted: {data.NumberOfTests} of {config.MaxTest} cases checked, too many rejected.
        Generate what the law needs instead of filtering for it, or raise MaxRejected ({config.MaxRejected}).
        To reproduce: {ReplayText.Attribute(config.Replay.Value)}
        """);

    /// <summary>The exception that the law threw, or null when it returned false.</summary>
    public static Exception? Thrown(TestResult.Failed failed)
    {
        var cause = Cause(failed);
        // For a result of false FsCheck makes an exception and never throws it.
        return cause.StackTrace is null ? null : cause;
    }

    private static Exception Cause(TestResult.Failed failed)
    {
        var exception = ((Outcome.Failed)failed.Item4).Item;
        return exception is AggregateException { InnerExceptions: [var only] } ? only : exception;
    }
}
