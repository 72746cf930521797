// This folder stands in for the package FsCheck.Xunit 3: same namespace, same attributes, same settings but
// for Parallelism. To move to the package, delete the folder and add the package reference. That loses the
// environment switches below and the names of the parameters in a counterexample.

using Xunit;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>Marks a method as a law that FsCheck checks on many generated arguments.</summary>
/// <remarks>
/// A law returns <c>bool</c>, <c>void</c>, <see cref="Property"/>, <see cref="Task"/> or a
/// <see cref="Task{TResult}"/> of these. It fails by returning false, by throwing, or by rejecting so many
/// arguments that too few cases remain. All its cases run on one instance of its class.
/// <para>
/// A setting left out is taken from <see cref="PropertiesAttribute"/> on the class, then on those
/// around it, then on the assembly, then from FsCheck. Types in <see cref="Arbitrary"/> add up instead, and
/// the nearest wins.
/// </para>
/// <para>
/// Two environment variables change every law of a run. <c>DESCENT_CASES</c> is a factor on the number of
/// cases (invariant culture, 1 when absent): <c>DESCENT_CASES=20</c> checks twenty times as many.
/// <c>DESCENT_REPLAY=fresh</c> ignores the seed fixed for the assembly, so that every run draws new cases;
/// a seed on a class or on a law still holds.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("FsCheck.Xunit.PropertyDiscoverer", "Descent.Properties")]
public class PropertyAttribute : FactAttribute
{
    /// <summary>The seed to start from, "seed,gamma", or the one case to check, "seed,gamma,size".</summary>
    /// <remarks>A failing law prints the second form; parentheses around it are permitted.</remarks>
    public string? Replay
    {
        get => Settings.Replay;
        set => Settings = Settings with { Replay = string.IsNullOrEmpty(value) ? null : value };
    }

    /// <summary>The number of cases to check; 100 when not set.</summary>
    public int MaxTest
    {
        get => Settings.MaxTest ?? -1;
        set => Settings = Settings with { MaxTest = value };
    }

    /// <summary>The number of rejected cases that exhausts the law; 1000 when not set.</summary>
    public int MaxRejected
    {
        get => Settings.MaxRejected ?? -1;
        set => Settings = Settings with { MaxRejected = value };
    }

    /// <summary>The size handed to the generators for the first case; 1 when not set.</summary>
    public int StartSize
    {
        get => Settings.StartSize ?? -1;
        set => Settings = Settings with { StartSize = value };
    }

    /// <summary>The size that the last case approaches, growing linearly; 100 when not set.</summary>
    public int EndSize
    {
        get => Settings.EndSize ?? -1;
        set => Settings = Settings with { EndSize = value };
    }

    /// <summary>Whether all arguments and all shrinks are written to the test's output.</summary>
    public bool Verbose
    {
        get => Settings.Verbose ?? false;
        set => Settings = Settings with { Verbose = value };
    }

    /// <summary>Whether a law that holds writes nothing to the test's output.</summary>
    public bool QuietOnSuccess
    {
        get => Settings.QuietOnSuccess ?? false;
        set => Settings = Settings with { QuietOnSuccess = value };
    }

    /// <summary>Types whose static members are the generators to use; the first type wins.</summary>
    public Type[] Arbitrary
    {
        get => [.. Settings.Arbitrary];
        set => Settings = Settings with { Arbitrary = [.. value] };
    }

    internal PropertySettings Settings { get; private set; } = PropertySettings.None;
}
