using System.Runtime.ExceptionServices;
using Xunit;

namespace Descent.Properties;

/// <summary>Runs what might hang, and fails where it does.</summary>
internal static class InTime
{
    // A hundred times what any of it needs.
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(60);

    public static void Run(Action work)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                work();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        })
        { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(Enough), "it hangs");
        failure?.Throw();
    }
}
