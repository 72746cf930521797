namespace Descent.Models;

/// <summary>A number that says how well a model predicts data.</summary>
/// <param name="Name">What it is called in a table.</param>
/// <param name="HigherIsBetter">Whether a greater value is better; otherwise a lower one is.</param>
/// <param name="Value">The value of a model on data, whose row weights count.</param>
/// <exception cref="ArgumentNullException">
/// <paramref name="Name"/> or <paramref name="Value"/> is null.
/// </exception>
public sealed partial record Metric(string Name, bool HigherIsBetter, Func<Dataset, IModel, double> Value)
{
    /// <summary>What it is called in a table.</summary>
    public string Name { get; init => field = Guard.NotNull(value, nameof(Name)); } = Guard.NotNull(Name);

    /// <summary>The function behind <see cref="Of"/>.</summary>
    public Func<Dataset, IModel, double> Value { get; init => field = Guard.NotNull(value, nameof(Value)); } =
        Guard.NotNull(Value);

    /// <summary>The value of a model on data, whose row weights count.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The metric cannot judge such a model or such targets.</exception>
    public double Of(Dataset data, IModel model) => Value(Guard.NotNull(data), Guard.NotNull(model));

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
