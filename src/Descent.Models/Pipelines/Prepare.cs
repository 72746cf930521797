using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Names the preparations of features that come before a learner.</summary>
/// <remarks>
/// <code>
/// var learner = Prepare.Standardize().Then(Prepare.Polynomial(3)).Then(new LogisticRegression());
/// </code>
/// <para>A step sees what the steps before it made: one-hot columns are standardized after them, and not
/// before. <see cref="PreparationExtensions.On"/> and <see cref="PreparationExtensions.Except"/> keep a step
/// to some of the columns.</para>
/// </remarks>
public static class Prepare
{
    /// <summary>No preparation: a pipeline of it is the learner alone.</summary>
    public static IPreparation Nothing { get; } = new Steps(ImmutableArray<IPreparation>.Empty);

    /// <summary>Each feature to mean 0 and standard deviation 1: <see cref="Standardizer"/>.</summary>
    public static IPreparation Standardize() => new Standardizing();

    /// <summary>Each feature to a range: <see cref="MinMaxScaler"/>.</summary>
    /// <param name="lower">What the minimum of the training rows becomes.</param>
    /// <param name="upper">What the maximum becomes, greater than <paramref name="lower"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A bound is not finite, or <paramref name="upper"/> is not greater than <paramref name="lower"/>.
    /// </exception>
    public static IPreparation MinMax(double lower = 0, double upper = 1) =>
        new MinMaxScaling(Guard.Finite(lower), Guard.GreaterThan(upper, lower));

    /// <summary>
    /// A column of 0 and 1 for each category of some features: <see cref="Descent.OneHot"/>.
    /// </summary>
    /// <remarks>
    /// The categories are those of the training rows; a row with another is refused unless told otherwise. A
    /// fold may lack one: where all are known, say so by the other form.
    /// </remarks>
    /// <param name="columns">The names of the features that hold categories.</param>
    /// <param name="dropFirst">
    /// Whether the least category of each gets no column, as a model with a bias needs it.
    /// </param>
    /// <param name="ignoreUnknown">Whether another category becomes zeros; refused otherwise.</param>
    /// <exception cref="ArgumentNullException"><paramref name="columns"/> or a name is null.</exception>
    /// <exception cref="ArgumentException">A name comes twice.</exception>
    public static IPreparation OneHot(
        IEnumerable<string> columns, bool dropFirst = true, bool ignoreUnknown = false) =>
        new OneHotEncoding(ColumnNames.Checked(columns, nameof(columns)), null, dropFirst, ignoreUnknown);

    /// <summary>A column of 0 and 1 for each category of features whose categories are known.</summary>
    /// <remarks>
    /// Every category has its column, whichever the training rows hold, and its name: <c>colour=red</c>.
    /// Which categories exist betrays nothing of the targets.
    /// </remarks>
    /// <param name="categories">The features by name, and what their numbers stand for.</param>
    /// <param name="dropFirst">
    /// Whether the first category of each gets no column, as a model with a bias needs it.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="categories"/> or one of them is null.
    /// </exception>
    public static IPreparation OneHot(
        IReadOnlyDictionary<string, Categories> categories, bool dropFirst = true)
    {
        var listed = Guard.NotNull(categories).OrderBy(one => one.Key, StringComparer.Ordinal).ToArray();
        return new OneHotEncoding(
            listed.Select(one => one.Key).ToImmutableArray(),
            new(listed.Select(one => new Listed<string>(
                Guard.NotNull(one.Value, $"categories[{one.Key}]").Labels)).ToImmutableArray()),
            dropFirst,
            false);
    }

    /// <summary>The products of features up to a degree: <see cref="PolynomialFeatures"/>.</summary>
    /// <param name="degree">The largest number of factors, at least 1.</param>
    /// <param name="interactionOnly">Whether no feature is multiplied by itself.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degree"/> is less than 1.</exception>
    public static IPreparation Polynomial(int degree = 2, bool interactionOnly = false) =>
        new PolynomialProducts(new PolynomialFeatures(Guard.AtLeast(degree, 1), interactionOnly));

    /// <summary>Some of the features alone, in the order given.</summary>
    /// <param name="columns">Their names.</param>
    /// <exception cref="ArgumentNullException"><paramref name="columns"/> or a name is null.</exception>
    /// <exception cref="ArgumentException">A name comes twice.</exception>
    public static IPreparation Select(params string[] columns) =>
        new Selecting(ColumnNames.Checked(columns, nameof(columns)));

    /// <summary>Numbers for gaps, learnt from the training rows.</summary>
    /// <remarks>
    /// A dataset holds finite numbers only, so a gap is a number that means nothing, and a 1 in a column
    /// beside it named by <see cref="MissingMark"/>. <c>CsvDataset.Read</c> makes such columns of a file when
    /// it is told to mark gaps. Numbers that are learnt here come from the training rows, those of a fold for
    /// example; numbers learnt from the whole file would betray the test rows to the model.
    /// </remarks>
    /// <param name="how">What takes the place of what is missing.</param>
    /// <param name="columns">The features with gaps; all that have a column of marks when omitted.</param>
    /// <param name="keepMarks">Whether the columns of marks stay, as features of their own.</param>
    /// <exception cref="ArgumentNullException"><paramref name="how"/> or a name is null.</exception>
    /// <exception cref="ArgumentException">A name comes twice.</exception>
    public static IPreparation Impute(
        Imputation how, IEnumerable<string>? columns = null, bool keepMarks = false) => new Imputing(
        Guard.NotNull(how),
        columns is null ? null : ColumnNames.Checked(columns, nameof(columns)),
        keepMarks);

    /// <summary>The name of the column that has a 1 where a feature has a gap.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="column"/> is null.</exception>
    public static string MissingMark(string column) => $"{Guard.NotNull(column)} is missing";

    /// <summary>A preparation of your own.</summary>
    /// <remarks>
    /// As many features as before keep their names; otherwise they are the name with a number. A model behind
    /// it cannot be written to a file.
    /// </remarks>
    /// <param name="name">What reports call it.</param>
    /// <param name="fit">
    /// From the training rows to a pure function of a row, which gives every row equally many features.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IPreparation From(string name, Func<Dataset, Func<Vector, Vector>> fit) =>
        new FunctionOfRows(Guard.NotNull(name), Guard.NotNull(fit));
}
