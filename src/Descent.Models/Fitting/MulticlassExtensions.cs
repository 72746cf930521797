namespace Descent.Models;

/// <summary>Any number of classes from learners of two.</summary>
public static class MulticlassExtensions
{
    /// <summary>A learner of any number of classes: a binary one for each against all others.</summary>
    /// <param name="learner">A learner of classes 0 and 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="learner"/> is null.</exception>
    public static OneVsRest<TModel> OneVsRest<TModel>(this ILearner<TModel> learner)
        where TModel : class, IClassifier => new(Guard.NotNull(learner));

    /// <summary>A learner of any number of classes: a binary one for each pair of them.</summary>
    /// <param name="learner">A learner of classes 0 and 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="learner"/> is null.</exception>
    public static OneVsOne<TModel> OneVsOne<TModel>(this ILearner<TModel> learner)
        where TModel : class, IClassifier => new(Guard.NotNull(learner));
}
