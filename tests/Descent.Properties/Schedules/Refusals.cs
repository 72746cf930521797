using Xunit;

namespace Descent.Properties;

/// <summary>Refused arguments: the exception names the argument, its value and the remedy.</summary>
public static class Refusals
{
    /// <summary>Each call takes an acceptable value and refuses, by name, one that is not.</summary>
    public static void Unless(
        bool acceptable, double value, params (string Name, Func<object> Make)[] calls) =>
        Assert.All(calls, call =>
        {
            if (acceptable)
                Assert.NotNull(call.Make());
            else
                Names(call.Name, value, call.Make);
        });

    public static void Names(string name, object value, Func<object> call)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(name, call);
        Assert.Equal(value, error.ActualValue);
        var start = FormattableString.Invariant($"{name} is {value}; it must be ");
        Assert.StartsWith(start, error.Message, StringComparison.Ordinal);
        Assert.Contains("Pass ", error.Message, StringComparison.Ordinal);
    }
}
