using System.Text.RegularExpressions;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;
using static FsCheck.Xunit.LawSamples;

namespace FsCheck.Xunit;

/// <summary>What a law prints and how it ends, seen as xunit sees it.</summary>
public sealed partial class PropertyAttributeTests
{
    private const string AssemblySeed = "1847,11400714819323198485";

    [Fact]
    public async Task A_false_law_shows_its_arguments_by_name_and_how_to_repeat_them()
    {
        var failure = (await LawRun.Of(nameof(LawSamples.Numbers_stay_below_ten))).Failure;
        Assert.Matches(
            """
            ^Falsified in case \d+, shrunk \d+ times\.
            Original:
                first = \d+
                second = ".*"
            Shrunk:
                first = 10
                second = ""
            Expected true, got false\.
            To reproduce: \[Property\(Replay = "\d+,\d+,\d+"\)\]$
            """.ReplaceLineEndings(),
            failure);
    }

    [Fact]
    public async Task The_printed_seed_repeats_the_very_counterexample()
    {
        var run = await LawRun.Of(nameof(LawSamples.Numbers_stay_below_ten));
        var settings = new PropertySettings { Replay = ReplayLine().Match(run.Failure).Groups[1].Value };
        var again = Assert.Throws<PropertyFailedException>(
            () => Check(nameof(LawSamples.Numbers_stay_below_ten), settings));
        Assert.Equal(AfterFirstLine(run.Failure), AfterFirstLine(again.Message));
        Assert.StartsWith("Falsified in case 1,", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assertion_in_a_law_shows_its_message_and_its_place()
    {
        const string Law = nameof(LawSamples.Asserting_fails_on_five);
        var failed = Assert.Single((await LawRun.Of(Law)).Of<ITestFailed>());
        Assert.Contains("number = 5", failed.Messages[0], StringComparison.Ordinal);
        Assert.Contains("Assert.NotEqual() Failure", failed.Messages[1], StringComparison.Ordinal);
        Assert.Contains(Law, failed.StackTraces[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(LawSamples.Labelled), "Label: below five")]
    [InlineData(nameof(LawSamples.Thrown_after_an_await), "late True")]
    [InlineData(nameof(LawSamples.False_after_an_await), "Expected true, got false.")]
    [InlineData(nameof(LawSamples.Nobody_can_wait), "async void")]
    [InlineData(nameof(LawSamples.Never_ends), "timed out after 50 milliseconds")]
    [InlineData(nameof(LawSamples.Generator_throws), "no bytes")]
    [InlineData(nameof(LawSamples.Unreadable_seed), "Replay is \"five\"; it must be \"seed,gamma\"")]
    public async Task A_law_fails_and_says_why(string law, string reason)
    {
        var run = await LawRun.Of(law);
        Assert.Single(run.Of<ITestFailed>());
        Assert.Contains(reason, run.Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(LawSamples.Seven_cases))]
    [InlineData(nameof(LawSamples.Awaited))]
    [InlineData(nameof(LawSamples.Nothing_is_generated))]
    [InlineData(nameof(LawSamples.Static_laws_run))]
    [InlineData(nameof(LawSamples.Bytes_are_seven))]
    [InlineData(nameof(LawSamples.Bytes_are_eight))]
    public async Task A_law_that_holds_passes(string law)
    {
        var run = await LawRun.Of(law);
        Assert.Empty(run.Failure);
        Assert.Single(run.Of<ITestPassed>());
    }

    [Fact]
    public void An_exhausted_law_fails_and_tells_its_numbers_and_its_seed()
    {
        var message = Assert.Throws<PropertyFailedException>(
            () => Check(nameof(LawSamples.Nothing_is_accepted))).Message;
        Assert.StartsWith("Exhausted: 0 of 30 cases checked", message, StringComparison.Ordinal);
        Assert.Equal(AssemblySeed, ReplayLine().Match(message).Groups[1].Value);
    }

    [Fact]
    public async Task A_skipped_law_tells_its_reason()
    {
        var run = await LawRun.Of(nameof(LawSamples.Skipped));
        Assert.Equal("for a reason", Assert.Single(run.Of<ITestSkipped>()).Reason);
    }

    [Fact]
    public async Task A_verbose_law_lists_its_cases_after_its_own_output()
    {
        var passed = Assert.Single((await LawRun.Of(nameof(LawSamples.Talks))).Of<ITestPassed>());
        Assert.Matches(
            @"^(said True\s+)+(case \d+:\s+number = -?\d+\s+)+Ok, passed \d+ tests\.\s+$",
            passed.Output);
    }

    [Fact]
    public void The_nearest_setting_wins_and_the_seed_comes_from_the_assembly()
    {
        Assert.Equal(7, SettingsOf(nameof(LawSamples.Seven_cases)).MaxTest);
        Assert.Equal("5,7", SettingsOf(nameof(LawSamples.Seven_cases)).Replay);
        Assert.Equal(30, SettingsOf(nameof(LawSamples.As_many_cases_as_the_class_says)).MaxTest);
        Assert.Equal(AssemblySeed, SettingsOf(nameof(LawSamples.As_many_cases_as_the_class_says)).Replay);
        Assert.Equal(
            [typeof(Eights), typeof(Sevens), typeof(Descent.Properties.Generators)],
            SettingsOf(nameof(LawSamples.Bytes_are_eight)).Arbitrary.AsEnumerable());
    }

    [Fact]
    public void A_law_is_checked_on_as_many_cases_as_set()
    {
        Assert.Equal(7, Check(nameof(LawSamples.Seven_cases)).Count);
        Assert.Equal(30, Check(nameof(LawSamples.As_many_cases_as_the_class_says)).Count);
        Assert.Equal(30, Check(nameof(LawSamples.Awaited)).Count);
        Assert.Single(Check(nameof(LawSamples.One_case)));
    }

    [Fact]
    public void A_fixed_seed_gives_the_same_cases_twice() => Assert.Equal(
        Check(nameof(LawSamples.As_many_cases_as_the_class_says)),
        Check(nameof(LawSamples.As_many_cases_as_the_class_says)));

    [Fact]
    public void The_switch_for_cases_multiplies_them() =>
        Assert.Equal(600, Check(nameof(LawSamples.Awaited), switches: RunSwitches.Parse("20", null)).Count);

    [Fact]
    public void Fresh_seeds_replace_the_one_of_the_assembly_and_no_other()
    {
        var fresh = RunSwitches.Parse(null, "fresh");
        Assert.Null(SettingsOf(nameof(LawSamples.As_many_cases_as_the_class_says), fresh).Replay);
        Assert.Equal("5,7", SettingsOf(nameof(LawSamples.Seven_cases), fresh).Replay);
        Assert.NotEqual(
            Check(nameof(LawSamples.As_many_cases_as_the_class_says), switches: fresh),
            Check(nameof(LawSamples.As_many_cases_as_the_class_says), switches: fresh));
    }

    [Theory]
    [InlineData("0", null)]
    [InlineData("NaN", null)]
    [InlineData("1,5", null)]
    [InlineData(null, "frehs")]
    public void A_misspelt_switch_is_an_error(string? cases, string? replay) =>
        Assert.Throws<FormatException>(() => RunSwitches.Parse(cases, replay));

    [Theory]
    [InlineData("3,5", "3,5")]
    [InlineData("(3,5)", "3,5")]
    [InlineData(" (3, 5, 8) ", "3,5,8")]
    public void A_seed_reads_with_and_without_parentheses(string text, string plain) =>
        Assert.Equal(ReplayText.Parse(plain), ReplayText.Parse(text));

    [Fact]
    public void An_argument_is_written_with_all_its_digits_and_items() => Assert.Equal(
        "(0.1, [0.30000000000000004, -0], \"a\", null)",
        ArgumentText.Of((0.1, new[] { 0.1 + 0.2, -0.0 }, "a", (object?)null)));

    [Fact]
    public void A_test_case_survives_being_serialised()
    {
        using var run = new LawRun();
        var original = run.Case(nameof(LawSamples.Seven_cases));
        var copy = SerializationHelper.Deserialize<PropertyTestCase>(SerializationHelper.Serialize(original));
        Assert.Equal(original.UniqueID, copy.UniqueID);
        Assert.Equal(nameof(LawSamples.Seven_cases), copy.DisplayName);
    }

    [GeneratedRegex("Replay = \"(.*)\"")]
    private static partial Regex ReplayLine();

    private static string AfterFirstLine(string text) => text[text.IndexOf('\n', StringComparison.Ordinal)..];

    private static PropertySettings SettingsOf(string law, RunSwitches? switches = null) =>
        PropertySettings.Of(typeof(LawSamples), LawRun.Method(law), switches ?? new RunSwitches());

    private static List<int> Check(string law, PropertySettings? nearest = null, RunSwitches? switches = null)
    {
        var samples = new LawSamples(new TestOutputHelper());
        var settings = (nearest ?? PropertySettings.None).Or(SettingsOf(law, switches));
        Law.Check(LawRun.Method(law), samples, settings, switches ?? new RunSwitches(), _ => { });
        return samples.Seen;
    }
}
