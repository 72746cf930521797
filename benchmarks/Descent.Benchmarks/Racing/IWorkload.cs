namespace Descent.Benchmarks;

/// <summary>Work that contenders do side by side.</summary>
internal interface IWorkload
{
    /// <summary>Its name on the command line.</summary>
    string Id { get; }

    /// <summary>What is done, in a line.</summary>
    string Title { get; }

    /// <summary>What is counted: evaluations, steps or epochs.</summary>
    string Unit { get; }

    /// <summary>How many of them a run makes.</summary>
    int Count { get; }

    /// <summary>How near the losses of all contenders must be, and why.</summary>
    Agreement Agreement { get; }

    /// <summary>What is hoped for.</summary>
    IEnumerable<Aim> Aims { get; }

    /// <summary>The contenders, Descent first: the others are compared with it.</summary>
    IEnumerable<Contender> Contenders(Arena arena);
}
