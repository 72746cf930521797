using Xunit;

namespace Descent.Properties;

/// <summary>Fails a test with every complaint there is, one a line.</summary>
internal static class Complaints
{
    public static void None(IEnumerable<string> complaints)
    {
        var lines = complaints.Distinct().ToArray();
        Assert.True(lines.Length == 0, string.Join('\n', lines.Prepend($"{lines.Length} complaints:")));
    }
}
