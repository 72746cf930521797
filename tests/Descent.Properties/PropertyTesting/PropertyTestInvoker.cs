using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>Calls a law through FsCheck where xunit would call the method itself.</summary>
internal sealed class PropertyTestInvoker(
    ITest test,
    IMessageBus messageBus,
    Type testClass,
    object[] constructorArguments,
    MethodInfo testMethod,
    IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellationTokenSource,
    Action<string> log)
    : XunitTestInvoker(
        test,
        messageBus,
        testClass,
        constructorArguments,
        testMethod,
        testMethodArguments: null,
        beforeAfterAttributes,
        aggregator,
        cancellationTokenSource)
{
    // Not CallTestMethod: xunit first compares the number of arguments, of which it knows none.
    protected override async Task<decimal> InvokeTestMethodAsync(object? testClassInstance)
    {
        await Aggregator.RunAsync(() => Timer.AggregateAsync(() => CheckAsync(testClassInstance)));
        return Timer.Total;
    }

    private async Task CheckAsync(object? testClassInstance)
    {
        if (TestCase.InitializationException is { } invalid)
        {
            throw invalid;
        }

        // FsCheck blocks on a law's task. On a thread of the pool the law's continuations do not wait for
        // xunit's own threads, all of which may be blocked.
        var check = Task.Run(() => Check(testClassInstance));
        if (TestCase.Timeout > 0 && await Task.WhenAny(check, Task.Delay(TestCase.Timeout)) != check)
        {
            throw new TestTimeoutException(TestCase.Timeout);
        }

        await check;
    }

    private void Check(object? testClassInstance)
    {
        var switches = RunSwitches.FromEnvironment();
        var settings = PropertySettings.Of(TestClass, TestMethod, switches);
        Law.Check(TestMethod, testClassInstance, settings, switches, log);
    }
}
