using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace FsCheck.Xunit;

/// <summary>Runs a law through FsCheck.</summary>
internal static class Law
{
    /// <summary>Returns when the law holds.</summary>
    /// <param name="law">The method that states the law.</param>
    /// <param name="target">The instance to call it on; null for a static method.</param>
    /// <param name="settings">The settings collected for the law.</param>
    /// <param name="switches">The switches of the run.</param>
    /// <param name="log">Takes what belongs in the test's output.</param>
    /// <exception cref="PropertyFailedException">The law is false, throws, or is exhausted.</exception>
    public static void Check(
        MethodInfo law, object? target, PropertySettings settings, RunSwitches switches, Action<string> log)
    {
        RequireAwaitable(law);
        var runner = new CatchingRunner(law, log, settings.Verbose ?? false);
        var config = settings.ToConfig(switches).WithRunner(runner);
        Run(law, target, config);
        switch (runner.Result)
        {
            case TestResult.Failed failed:
                throw new PropertyFailedException(FailureText.Of(law, failed), FailureText.Thrown(failed));
            case TestResult.Exhausted exhausted:
                throw new PropertyFailedException(FailureText.Of(exhausted.Item, config));
            default:
                log(Runner.onFinishedToString(string.Empty, runner.Result));
                break;
        }
    }

    private static void Run(MethodInfo law, object? target, Config config)
    {
        try
        {
            FsCheck.Check.Method(config, law, target);
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is not null)
        {
            // FsCheck calls itself by reflection; what broke is the generator or shrinker inside.
            ExceptionDispatchInfo.Throw(wrapped.InnerException);
        }
    }

    private static void RequireAwaitable(MethodInfo law)
    {
        if (law.ReturnType == typeof(void) && law.IsDefined(typeof(AsyncStateMachineAttribute)))
        {
            throw new NotSupportedException(
                $"{law.Name} is async void, so nobody can wait for its outcome. Return Task instead.");
        }
    }
}
