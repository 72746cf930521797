using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>The folds that are made where a user gives none.</summary>
internal static class Partitions
{
    /// <summary>Whether what a learner makes is known by its type to be a classifier.</summary>
    /// <remarks>
    /// A model behind a map is one where the model is, which its own type does not say; a pipeline may be in
    /// another.
    /// </remarks>
    public static bool IsClassifier(ILearner learner) => learner is ILearner<IClassifier>
        or ILearner<IPipelineModel<IClassifier>>
        or ILearner<IPipelineModel<IPipelineModel<IClassifier>>>;

    /// <summary>Partitions in random order, of classes in equal shares; the first is the seed's
    /// own.</summary>
    public static ImmutableArray<Folds> Of(Dataset data, bool ofClasses, int folds, Seed seed, int repeats)
    {
        Guard.NotNull(data);
        Guard.AtLeast(repeats, 1);
        return
        [
            .. Enumerable.Range(0, repeats).Select(repeat =>
            {
                var own = repeat == 0 ? seed : seed.Derive(repeat);
                return ofClasses ? data.StratifiedKFold(folds, own) : data.KFold(folds, own);
            }),
        ];
    }
}
