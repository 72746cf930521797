namespace Descent.Models;

/// <summary>A model, and how it was found.</summary>
/// <param name="Model">The model.</param>
/// <param name="Report">How it was found, and how well.</param>
/// <exception cref="ArgumentNullException">
/// <paramref name="Model"/> or <paramref name="Report"/> is null.
/// </exception>
public sealed record Fit<TModel>(TModel Model, FitReport Report) : IFit<TModel>
    where TModel : class, IModel
{
    /// <summary>The model.</summary>
    public TModel Model { get; init => field = Guard.NotNull(value, nameof(Model)); } = Guard.NotNull(Model);

    /// <summary>How it was found, and how well.</summary>
    public FitReport Report { get; init => field = Guard.NotNull(value, nameof(Report)); } =
        Guard.NotNull(Report);

    /// <summary>The model and the report.</summary>
    public override string ToString() => $"{Model}\n{Report}";
}
