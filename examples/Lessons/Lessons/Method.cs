using Descent;
using Descent.Models;

namespace Lessons;

/// <summary>A learner by the name that a table gives it.</summary>
public sealed record Method(string Name, ILearner Learner)
{
    /// <summary>The scores of several, each fold's by models of the other folds.</summary>
    public static Comparison Compare(Folds folds, IReadOnlyCollection<Method> methods) =>
        CrossValidation.Compare(
            folds, methods.Select(method => method.Learner), methods.Select(method => method.Name));
}
