using System.Reflection;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>Runs a law of <see cref="LawSamples"/> as xunit would, and keeps the messages.</summary>
internal sealed class LawRun : LongLivedMarshalByRefObject, IMessageBus, IMessageSink
{
    private readonly List<IMessageSinkMessage> _messages = [];

    public string Failure => string.Join(Environment.NewLine, Of<ITestFailed>().SelectMany(m => m.Messages));

    public static async Task<LawRun> Of(string law)
    {
        var run = new LawRun();
        using var cancellation = new CancellationTokenSource();
        // xunit hands over an output helper as a factory.
        Func<TestOutputHelper> output = () => new();
        await run.Case(law).RunAsync(run, run, [output], new ExceptionAggregator(), cancellation);
        return run;
    }

    public IEnumerable<T> Of<T>() => _messages.OfType<T>();

    public PropertyTestCase Case(string law)
    {
        var assembly = new TestAssembly(Reflector.Wrap(typeof(LawSamples).Assembly));
        var collection = new TestCollection(assembly, null, nameof(LawSamples));
        var method = new TestMethod(
            new TestClass(collection, Reflector.Wrap(typeof(LawSamples))), Reflector.Wrap(Method(law)));
        return new(this, TestMethodDisplay.Method, TestMethodDisplayOptions.None, method);
    }

    public static MethodInfo Method(string law) => typeof(LawSamples).GetMethod(law)!;

    public bool QueueMessage(IMessageSinkMessage message) => OnMessage(message);

    public bool OnMessage(IMessageSinkMessage message)
    {
        _messages.Add(message);
        return true;
    }

    public void Dispose()
    {
    }
}
