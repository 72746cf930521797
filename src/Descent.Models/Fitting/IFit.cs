namespace Descent.Models;

/// <summary>What a learner made of data: the model, and how it was found.</summary>
public interface IFit<out TModel>
    where TModel : class, IModel
{
    /// <summary>The model.</summary>
    TModel Model { get; }

    /// <summary>How it was found, and how well.</summary>
    FitReport Report { get; }
}
