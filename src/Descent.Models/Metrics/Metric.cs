namespace Descent.Models;

/// <summary>A number that says how well a model predicts data.</summary>
/// <param name="Name">What it is called in a table.</param>
/// <param name="HigherIsBetter">Whether a greater value is better; otherwise a lower one is.</param>
/// <param name="Of">The value of a model on data, whose row weights count.</param>
/// <exception cref="ArgumentNullException">
/// <paramref name="Name"/> or <paramref name="Of"/> is null.
/// </exception>
public sealed partial record Metric(string Name, bool HigherIsBetter, Func<Dataset, IModel, double> Of)
{
    /// <summary>What it is called in a table.</summary>
    public string Name { get; init => field = Guard.NotNull(value, nameof(Name)); } = Guard.NotNull(Name);

    /// <summary>The value of a model on data, whose row weights count.</summary>
    public Func<Dataset, IModel, double> Of { get; init => field = Guard.NotNull(value, nameof(Of)); } =
        Guard.NotNull(Of);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
