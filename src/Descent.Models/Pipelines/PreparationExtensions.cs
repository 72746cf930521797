namespace Descent.Models;

/// <summary>What every preparation can be followed by, and kept to.</summary>
public static class PreparationExtensions
{
    /// <summary>One preparation after the other.</summary>
    /// <remarks>Associative, and <see cref="Prepare.Nothing"/> changes nothing on either side.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IPreparation Then(this IPreparation preparation, IPreparation next) =>
        Steps.Join(Steps.Of(Guard.NotNull(preparation)).AddRange(Steps.Of(Guard.NotNull(next))));

    /// <summary>A learner that prepares what it is given, and its models what they predict.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Pipeline<TModel> Then<TModel>(this IPreparation preparation, ILearner<TModel> learner)
        where TModel : class, IModel =>
        new(Guard.NotNull(preparation), Guard.NotNull(learner));

    /// <summary>An iterative learner that prepares what it is given.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IterativePipeline<TModel> Then<TModel>(
        this IPreparation preparation, IIterativeLearner<TModel> learner)
        where TModel : class, IModel =>
        new(Guard.NotNull(preparation), Guard.NotNull(learner));

    /// <summary>The preparation of some features; the others stay as they are.</summary>
    /// <remarks>
    /// What it makes stands where the features were, if it makes as many; otherwise all where the first was.
    /// </remarks>
    /// <param name="preparation">What is done.</param>
    /// <param name="columns">The names of the features, in the order in which it is given them.</param>
    /// <exception cref="ArgumentNullException">An argument or a name is null.</exception>
    /// <exception cref="ArgumentException">A name comes twice.</exception>
    public static IPreparation On(this IPreparation preparation, params string[] columns) => new OnColumns(
        Guard.NotNull(preparation), ColumnNames.Checked(columns, nameof(columns)), AllBut: false);

    /// <summary>The preparation of all features but some, which stay as they are.</summary>
    /// <param name="preparation">What is done.</param>
    /// <param name="columns">The names of the features that stay.</param>
    /// <exception cref="ArgumentNullException">An argument or a name is null.</exception>
    /// <exception cref="ArgumentException">A name comes twice.</exception>
    /// <inheritdoc cref="On"/>
    public static IPreparation Except(this IPreparation preparation, params string[] columns) =>
        new OnColumns(
            Guard.NotNull(preparation), ColumnNames.Checked(columns, nameof(columns)), AllBut: true);
}
