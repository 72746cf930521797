using Xunit;
using Xunit.Abstractions;

namespace FsCheck.Xunit;

/// <summary>Laws in a class that xunit builds with a fixture and an output helper, and disposes of.</summary>
public sealed class PropertyFixtureTests(PropertyFixtureTests.Shared shared, ITestOutputHelper output)
    : IClassFixture<PropertyFixtureTests.Shared>, IAsyncLifetime
{
    private bool _initialised;

    public Task InitializeAsync()
    {
        _initialised = true;
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Property]
    public void A_law_sees_the_fixture_of_its_class(int number)
    {
        output.WriteLine($"{number}");
        Assert.Equal("shared", shared.Name);
        Assert.True(_initialised);
    }

    public sealed class Shared
    {
        public string Name { get; } = "shared";
    }
}
