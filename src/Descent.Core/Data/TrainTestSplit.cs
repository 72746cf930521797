namespace Descent;

/// <summary>A dataset in two parts that share no row.</summary>
/// <param name="Train">The part to fit on.</param>
/// <param name="Test">The part to judge on.</param>
/// <exception cref="ArgumentNullException">A part is null.</exception>
public sealed record TrainTestSplit(Dataset Train, Dataset Test)
{
    /// <summary>The part to fit on.</summary>
    public Dataset Train { get; init => field = Guard.NotNull(value, nameof(Train)); } = Guard.NotNull(Train);

    /// <summary>The part to judge on.</summary>
    public Dataset Test { get; init => field = Guard.NotNull(value, nameof(Test)); } = Guard.NotNull(Test);
}
