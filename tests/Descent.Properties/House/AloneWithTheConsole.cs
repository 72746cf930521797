using Xunit;

namespace Descent.Properties;

/// <summary>Tests that catch what is written to the console: nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneWithTheConsole
{
    public const string Name = "The console";
}
