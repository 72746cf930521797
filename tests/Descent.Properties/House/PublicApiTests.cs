using Xunit;

namespace Descent.Properties;

/// <summary>
/// The public surface is what the committed text says: a change of it is a decision, seen in review.
/// </summary>
public sealed class PublicApiTests
{
    private const string AcceptSwitch = "DESCENT_ACCEPT_API";

    public static TheoryData<string> Names =>
        [.. RepositoryFiles.Assemblies.Select(assembly => assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_public_surface_is_the_committed_one(string name)
    {
        var assembly = RepositoryFiles.Assemblies.Single(assembly => assembly.GetName().Name == name);
        var file = $"PublicApi.{name}.txt";
        var committed = $"tests/Descent.Properties/House/{file}";
        var actual = PublicApi.Lines(assembly).ToArray();
        var text = string.Join('\n', actual) + "\n";
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, file), text);
        if (Environment.GetEnvironmentVariable(AcceptSwitch) == "1")
            File.WriteAllText(Repository.PathOf(committed), text);

        var expected = RepositoryFiles.Has(committed) ? RepositoryFiles.Read(committed) : "";
        var differences = TextDifference.Between(expected.TrimEnd('\n').Split('\n'), actual).ToArray();

        Assert.True(differences.Length == 0, string.Join('\n', [
            $"The public surface of {name} differs from {committed}:",
            .. differences,
            $"The whole text is {file} in the tests' output folder. To accept it:",
            $"{AcceptSwitch}=1 dotnet test --filter PublicApi",
        ]));
    }

    [Fact]
    public void A_difference_names_what_is_gone_and_what_is_new_under_its_heading() =>
        Assert.Equal(
            ["  class A", "-  int X", "+  int Y", "+ class C", "+  int Z"],
            TextDifference.Between(
                ["class A", " int W", " int X", "class B"],
                ["class A", " int W", " int Y", "class B", "class C", " int Z"]));

    [Fact]
    public void Equal_texts_have_no_difference() =>
        Assert.Empty(TextDifference.Between(["a", " b"], ["a", " b"]));

    [Fact]
    public void Lines_read_like_the_source() =>
        Assert.Equal(
            [
                "sealed record Descent.Properties.ApiExample<T> : IProgress<string> where T : IState",
                "    ApiExample(int Count, string? Name = null, double Rate = 0.5)",
                "    int Count { get; init; }",
                "    double this[int index] { get; }",
                "    Func<T, double?>? Measure { get; }",
                "    string? Name { get; init; }",
                "    IReadOnlyList<string?> Notes { get; }",
                "    static TItem[] Pick<TItem>(params TItem[] items) where TItem : class, new()",
                "    double Rate { get; init; }",
                "    void Report(string? value)",
                "    static ApiExample<T> operator +(ApiExample<T> left, ApiExample<T> right)",
            ],
            PublicApi.Lines(typeof(ApiExample<>)));
}
