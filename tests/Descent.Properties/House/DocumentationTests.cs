using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Descent.Properties;

/// <summary>Summaries are what an editor shows beside a name: one short sentence.</summary>
public sealed partial class DocumentationTests
{
    private const int LongestSummary = 140;

    private static IEnumerable<(string Member, string Summary)> Summaries =>
        from assembly in RepositoryFiles.Assemblies
        from member in XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
        from summary in member.Elements("summary")
        select (member.Attribute("name")!.Value, Text(summary));

    [Fact]
    public void A_summary_is_one_sentence() =>
        Complaints.None(
            from entry in Summaries
            where !IsOneSentence(entry.Summary)
            select $"{entry.Member}: {entry.Summary}");

    [Fact]
    public void A_summary_is_short() =>
        Complaints.None(
            from entry in Summaries
            where entry.Summary.Length > LongestSummary
            select $"{entry.Member} has {entry.Summary.Length} characters: {entry.Summary}");

    [Fact]
    public void The_summaries_of_both_assemblies_are_read()
    {
        Assert.Contains(Summaries, entry => entry.Member == "T:Descent.Vector");
        Assert.Contains(Summaries, entry => entry.Member == "T:Descent.Linq.Iterate");
    }

    [Theory]
    [InlineData("The sum, Σ vᵢ.", true)]
    [InlineData("R(w) is 0.5 at most, e.g. here.", true)]
    [InlineData("No full stop", false)]
    [InlineData("One sentence. And another.", false)]
    public void One_sentence_ends_in_the_only_full_stop(string text, bool isOne) =>
        Assert.Equal(isOne, IsOneSentence(text));

    private static bool IsOneSentence(string text) => text.EndsWith('.') && !NextSentence().IsMatch(text);

    /// <summary>The text as it is shown, with the names that references stand for.</summary>
    private static string Text(XElement summary) =>
        Blank().Replace(string.Concat(summary.Nodes().Select(Shown)), " ").Trim();

    private static string Shown(XNode node) => node switch
    {
        XElement { IsEmpty: true } reference => reference.FirstAttribute!.Value.Split('(')[0].Split('.')[^1],
        XElement element => element.Value,
        _ => ((XText)node).Value,
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"[.!?]\s+\p{Lu}")]
    private static partial Regex NextSentence();
}
