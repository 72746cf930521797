using System.Reflection;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace FsCheck.Xunit;

/// <summary>Keeps the result of a run, where FsCheck's own runner prints it.</summary>
internal sealed class CatchingRunner(MethodInfo law, Action<string> log, bool verbose) : IRunner
{
    private TestResult? _result;

    public TestResult Result =>
        _result ?? throw new InvalidOperationException($"{law.Name} ended without a result.");

    public void OnStartFixture(Type fixture)
    {
    }

    public void OnArguments(
        int number,
        FSharpList<object> arguments,
        FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every) =>
        Write($"case {number}:", arguments);

    public void OnShrink(FSharpList<object> arguments, FSharpFunc<FSharpList<object>, string> everyShrink) =>
        Write("shrink:", arguments);

    public void OnFinished(string name, TestResult result) => _result = result;

    private void Write(string heading, FSharpList<object> arguments)
    {
        if (verbose)
        {
            log(heading + Environment.NewLine + ArgumentText.Of(law, arguments));
        }
    }
}
