namespace Descent.Models;

/// <summary>Samples of a LIBSVM file whose labels are classes, and what the labels were.</summary>
/// <param name="Data">The samples; targets are the classes 0, 1, …, K − 1.</param>
/// <param name="Labels">The label of each class as the file has it, in increasing order.</param>
/// <exception cref="ArgumentNullException"><paramref name="Data"/> is null.</exception>
public sealed record LibSvmClasses(Dataset Data, Vector Labels)
{
    /// <summary>The samples; targets are the classes 0, 1, …, K − 1.</summary>
    public Dataset Data { get; init => field = Guard.NotNull(value, nameof(Data)); } = Guard.NotNull(Data);

    /// <summary>The samples and the labels.</summary>
    public override string ToString() => Guard.Text($"{Data}, labels {Labels}");
}
