namespace Descent.Models;

/// <summary>What a metric asks a model for, and what is said to a model that has not got it.</summary>
/// <remarks>
/// Asked when it runs and not by the type of a parameter: a model behind a pipeline is a classifier where the
/// model inside is, which its type does not tell.
/// </remarks>
internal static class Asked
{
    public static IClassifier ForClasses(string what, IModel model) =>
        Guard.NotNull(model) as IClassifier
        ?? throw new ArgumentException(
            $"{what} is asked of a {model.GetType().Name}, which predicts numbers and no classes; "
            + "pass a model that is an IClassifier, or ask for an error such as Metric.MeanSquaredError.",
            nameof(model));

    public static IProbabilisticClassifier ForProbabilities(string what, IModel model) =>
        Guard.NotNull(model) as IProbabilisticClassifier
        ?? throw new ArgumentException(
            $"{what} is asked of a {model.GetType().Name}, which gives classes no probabilities; "
            + "pass a model that is an IProbabilisticClassifier, or ask for Metric.Accuracy.",
            nameof(model));
}
