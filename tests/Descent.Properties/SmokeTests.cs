namespace Descent.Properties;

public sealed class SmokeTests
{
    [Xunit.Fact]
    public void The_test_project_runs() => Xunit.Assert.NotNull(typeof(SmokeTests).Assembly.Location);
}
