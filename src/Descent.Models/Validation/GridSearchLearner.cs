using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Searches settings by cross-validation, then fits the chosen one to all rows.</summary>
internal sealed record GridSearchLearner<TSetting, TModel>(
    ImmutableArray<TSetting> Settings,
    Func<TSetting, ILearner<TModel>> LearnerOf,
    int Folds,
    Seed Seed,
    int Repeats,
    Metric? Metric,
    bool OneStandardError) : ILearner<TModel>
    where TModel : class, IModel
{
    public IFit<TModel> Fit(Dataset data)
    {
        Guard.NotNull(data);
        var search = GridSearch.Of(data, Settings, LearnerOf, Folds, Seed, Repeats, Metric);
        var chosen = OneStandardError ? search.OneStandardError : search.Best;
        var fit = LearnerOf(chosen.Setting).Fit(data);
        return new Fit<TModel>(fit.Model, new CompositeReport($"{this} chose {chosen}", [fit.Report]));
    }

    public override string ToString() => Guard.Text($"grid search of {Settings.Length} settings");
}
