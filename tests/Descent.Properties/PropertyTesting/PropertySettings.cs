using System.Collections.Immutable;
using System.Reflection;

namespace FsCheck.Xunit;

/// <summary>The settings of a law, each absent where nobody set it.</summary>
internal sealed record PropertySettings
{
    public static readonly PropertySettings None = new();

    public string? Replay { get; init; }

    public int? MaxTest { get; init; }

    public int? MaxRejected { get; init; }

    public int? StartSize { get; init; }

    public int? EndSize { get; init; }

    public bool? Verbose { get; init; }

    public bool? QuietOnSuccess { get; init; }

    public ImmutableArray<Type> Arbitrary { get; init; } = [];

    /// <summary>Collects the settings of a law: its own, then its classes', then its assembly's.</summary>
    public static PropertySettings Of(Type testClass, MethodInfo law, RunSwitches switches)
    {
        var settings = law.GetCustomAttribute<PropertyAttribute>()?.Settings ?? None;
        for (Type? type = testClass; type is not null; type = type.DeclaringType)
        {
            settings = settings.Or(type.GetCustomAttribute<PropertiesAttribute>()?.Settings);
        }

        var shared = testClass.Assembly.GetCustomAttribute<PropertiesAttribute>()?.Settings;
        var seed = switches.FreshSeeds ? null : shared?.Replay;
        return settings.Or(shared is null ? null : shared with { Replay = seed });
    }

    /// <summary>Fills what is absent here from <paramref name="wider"/>.</summary>
    public PropertySettings Or(PropertySettings? wider) => wider is null ? this : new()
    {
        Replay = Replay ?? wider.Replay,
        MaxTest = MaxTest ?? wider.MaxTest,
        MaxRejected = MaxRejected ?? wider.MaxRejected,
        StartSize = StartSize ?? wider.StartSize,
        EndSize = EndSize ?? wider.EndSize,
        Verbose = Verbose ?? wider.Verbose,
        QuietOnSuccess = QuietOnSuccess ?? wider.QuietOnSuccess,
        Arbitrary = Arbitrary.AddRange(wider.Arbitrary),
    };

    /// <summary>Turns the settings into FsCheck's own, with FsCheck's defaults for what is absent.</summary>
    public Config ToConfig(RunSwitches switches) =>
        Config.Default
            .WithMaxTest(switches.Scale(MaxTest ?? Config.Default.MaxTest))
            .WithMaxRejected(switches.Scale(MaxRejected ?? Config.Default.MaxRejected))
            .WithStartSize(StartSize ?? Config.Default.StartSize)
            .WithEndSize(EndSize ?? Config.Default.EndSize)
            .WithQuietOnSuccess(QuietOnSuccess ?? Config.Default.QuietOnSuccess)
            .WithReplay(Replay is null ? ReplayText.Fresh() : ReplayText.Parse(Replay))
            .WithArbitrary(Arbitrary);
}
