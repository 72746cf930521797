using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Descent.Properties;

/// <summary>What the reader of an example is promised, on its real output.</summary>
public sealed class ExampleLaws
{
    [Fact]
    public async Task QuickStart_learns_and_prints_the_same_on_every_processor()
    {
        var page = await Run("QuickStartProgram");
        Assert.Contains("The gradient is right: all 31 coordinates", page, StringComparison.Ordinal);
        Assert.Contains("20 epochs without a lower validation loss", page, StringComparison.Ordinal);
        Assert.Contains("569 samples of 30 features", page, StringComparison.Ordinal);
        Assert.Contains("predicted malignant", page, StringComparison.Ordinal);

        // Guessing the larger class gets about 71 of 114 right, with a deviation of 5.
        var right = Number(page, "test accuracy [0-9.]+ % \\(([0-9]+) of 114\\)");
        Assert.InRange(right, 107, 114);

        // The bits that this version of the library learns, on any machine.
        Assert.EndsWith(
            "a280bf5bee09f74280f42583d6ed19034b5007d0bd3db7a673e712cc87e6bbc6",
            page.TrimEnd(),
            StringComparison.Ordinal);

        Assert.Equal(page, await Run("QuickStartProgram"));
        Assert.Equal(page, await Run("QuickStartProgram", ("DOTNET_EnableAVX512", "0")));
        Assert.Equal(page, await Run("QuickStartProgram", ("DOTNET_EnableHWIntrinsic", "0")));
    }

    [Fact]
    public async Task The_tour_prints_the_same_twice_and_its_three_ways_agree()
    {
        var page = await Run("FSharpTourProgram");
        Assert.Contains("unfold, scan and Minimize give equal states: true", page, StringComparison.Ordinal);
        Assert.Contains("every entry is right but for the sign", page, StringComparison.Ordinal);
        Assert.Contains("The lasso stopped at step", page, StringComparison.Ordinal);
        Assert.Matches(@"from strength [0-9.]+ on: weights \[1; 4; 6\]", page);
        Assert.Matches("accuracy 0[.][0-9]+ of 90 in 2 classes", page);
        Assert.Matches("5-NN +[0-9.]+ ± [0-9.]+ +best", page);
        Assert.Matches("3 +[0-9.]+ ± [0-9.]+ +first within one standard error", page);
        Assert.Equal(page, await Run("FSharpTourProgram"));
    }

    private static int Number(string text, string pattern) =>
        int.Parse(
            Regex.Match(text, pattern).Groups[1].Value,
            CultureInfo.InvariantCulture);

    private static async Task<string> Run(string program, params (string Name, string Value)[] variables)
    {
        var run = await ChildProcess.Dotnet(variables, "exec", Repository.Metadata(program));
        Assert.True(run.ExitCode == 0, $"Exit code {run.ExitCode}: {run.Errors}");
        return run.Output;
    }
}
