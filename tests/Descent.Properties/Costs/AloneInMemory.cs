using Xunit;

namespace Descent.Properties;

/// <summary>Tests that measure the heap of the whole process: nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneInMemory
{
    public const string Name = "Memory";
}
