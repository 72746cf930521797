namespace Descent;

// In parts: once, or in folds that test each row once.
public sealed partial class Dataset
{
    /// <summary>Splits the samples at random in a part to train on and the rest to test on.</summary>
    /// <remarks>
    /// The rows are permuted by <see cref="Seed.Permutation"/>; the first round(fraction · N) of them, at
    /// least 1 and at most N − 1, are the training part. Every row is in exactly one part.
    /// </remarks>
    /// <param name="fraction">The training part's share, in (0, 1).</param>
    /// <param name="seed">The same seed gives the same split, on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="fraction"/> is outside (0, 1).
    /// </exception>
    /// <exception cref="InvalidOperationException">There is only one row.</exception>
    /// <exception cref="ArgumentException">All rows of a part have weight 0.</exception>
    public TrainTestSplit Split(double fraction, Seed seed)
    {
        var train = TrainingSize(fraction);
        var order = seed.Permutation(Count);
        return new TrainTestSplit(Select(order.Take(train)), Select(order.Skip(train)));
    }

    /// <summary>Splits each class, a value of the target, at random and in equal shares.</summary>
    /// <remarks>
    /// <para>The training part is as large as that of <see cref="Split"/>, n rows of N. Of a class with m
    /// rows it gets n · m / N where that is whole, and else the whole number below or above: as many as are
    /// needed are rounded up, those with the largest remainders, and of equal ones the class that the file
    /// has first (Hamilton 1792). So each part is within one row of the exact share of each class.</para>
    /// <para>The rows are permuted as in <see cref="Split"/> and come in this order in both parts: with one
    /// class, it is that split.</para>
    /// </remarks>
    /// <param name="fraction">The training part's share, in (0, 1).</param>
    /// <param name="seed">The same seed gives the same split, on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="fraction"/> is outside (0, 1).
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// There is only one row, or no target occurs twice: those are numbers, not classes.
    /// </exception>
    /// <exception cref="ArgumentException">All rows of a part have weight 0.</exception>
    public TrainTestSplit SplitStratified(double fraction, Seed seed)
    {
        var classes = Classes();
        var left = classes.Shares(TrainingSize(fraction));
        var isTraining = new bool[Count];
        var order = seed.Permutation(Count);
        foreach (var row in order)
            isTraining[row] = left[classes.Of(row)]-- > 0;

        return new TrainTestSplit(
            Select(order.Where(row => isTraining[row])), Select(order.Where(row => !isTraining[row])));
    }

    /// <summary>Cuts the samples, as they lie in the file, in folds to test on in turn.</summary>
    /// <remarks>
    /// <para>The test parts are runs of rows; the first N mod <paramref name="folds"/> of them have one row
    /// more than the others.</para>
    /// <para>Right where neighbouring rows belong together, as in a series over time. A file sorted by class
    /// needs a seed, or <see cref="StratifiedKFold(int)"/>: each fold would test on what it did not train on.
    /// </para>
    /// </remarks>
    /// <param name="folds">The number of folds, from 2 to N; 5 and 10 are common.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="folds"/> is less than 2 or more than there are rows.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// There is only one row, or all rows of a test part have weight 0.
    /// </exception>
    public Folds KFold(int folds) => FoldsOf(Strata.One(AtLeastTwo()), folds, "rows", null);

    /// <summary>Cuts the samples, in random order, in folds to test on in turn.</summary>
    /// <remarks>
    /// The rows are permuted by <see cref="Seed.Permutation"/> and cut in runs; the first
    /// N mod <paramref name="folds"/> of them have one row more than the others. Within each part, the rows
    /// come in the file's order.
    /// </remarks>
    /// <param name="folds">The number of folds, from 2 to N; 5 and 10 are common.</param>
    /// <param name="seed">The same seed gives the same folds, on every machine.</param>
    /// <inheritdoc cref="KFold(int)"/>
    public Folds KFold(int folds, Seed seed) => FoldsOf(Strata.One(AtLeastTwo()), folds, "rows", seed);

    /// <summary>Cuts each class, a value of the target, in equal folds to test on in turn.</summary>
    /// <remarks>
    /// <para>Of a class with m rows each fold tests ⌊m / folds⌋ or one more; and all folds test as many rows
    /// or one more, since a class's extra rows go to the folds after the one that got the last extra row of
    /// the class before. Classes come in the order in which the file first has them, so their names change
    /// no fold, and a class's rows in the file's order: with one class it is <see cref="KFold(int)"/>.
    /// </para>
    /// <para>Estimates from such folds vary less (Kohavi 1995). A class with fewer rows than folds is missing
    /// from some test parts.</para>
    /// </remarks>
    /// <param name="folds">The number of folds, from 2 to the rows of the largest class.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="folds"/> is less than 2 or more than the largest class has rows.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// There is only one row, no target occurs twice (those are numbers, not classes), or all rows of a test
    /// part have weight 0.
    /// </exception>
    public Folds StratifiedKFold(int folds) => FoldsOf(Classes(), folds, "rows of the largest class", null);

    /// <summary>Cuts each class, in random order, in equal folds to test on in turn.</summary>
    /// <remarks>
    /// As <see cref="StratifiedKFold(int)"/>, with each class's rows in the order that
    /// <see cref="Seed.Permutation"/> gives all rows: with one class, it is <see cref="KFold(int, Seed)"/>.
    /// Within each part, the rows come in the file's order.
    /// </remarks>
    /// <param name="folds">The number of folds, from 2 to the rows of the largest class.</param>
    /// <param name="seed">The same seed gives the same folds, on every machine.</param>
    /// <inheritdoc cref="StratifiedKFold(int)"/>
    public Folds StratifiedKFold(int folds, Seed seed) =>
        FoldsOf(Classes(), folds, "rows of the largest class", seed);

    /// <summary>Tests on each row in turn, and trains on all others.</summary>
    /// <remarks>N folds, fold i testing row i: <c>KFold(N)</c>.</remarks>
    /// <exception cref="InvalidOperationException">There is only one row, or one has weight 0.</exception>
    public Folds LeaveOneOut() => KFold(AtLeastTwo());

    /// <summary>Tests on each group of rows in turn, and trains on all others.</summary>
    /// <remarks>
    /// For rows that are not independent, as several of one patient: a model is judged on groups that it did
    /// not see. Also for folds of one's own. The folds test the groups in increasing order of their numbers.
    /// </remarks>
    /// <param name="groups">The number of each row's group, any number; at least two different ones.</param>
    /// <exception cref="ArgumentNullException"><paramref name="groups"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There is not one number per row, or all are the same.
    /// </exception>
    /// <exception cref="InvalidOperationException">All rows of a group have weight 0.</exception>
    public Folds LeaveOneGroupOut(IEnumerable<int> groups)
    {
        var groupOf = Guard.NotNull(groups).ToArray();
        Guard.SameLength(groupOf.Length, Count, "the dataset", nameof(groups));
        int[] distinct = [.. groupOf.Distinct().Order()];
        if (distinct.Length < 2)
        {
            throw new ArgumentException(
                Guard.Text($"All of {nameof(groups)} is {distinct[0]}; name at least 2 groups."),
                nameof(groups));
        }

        return new Folds(
            this, Array.ConvertAll(groupOf, group => Array.BinarySearch(distinct, group)), distinct.Length);
    }

    /// <summary>The rows that weigh something: this itself where there are no weights.</summary>
    internal Dataset Counted() => IsWeighted
        ? Select(Enumerable.Range(0, Count).Where(row => _weights[row] > 0))
        : this;

    private int TrainingSize(double fraction)
    {
        Guard.ProperFraction(fraction);
        AtLeastTwo();
        var rounded = (int)Math.Round(fraction * Count, MidpointRounding.AwayFromZero);
        return Math.Clamp(rounded, 1, Count - 1);
    }

    private int AtLeastTwo() =>
        Count >= 2
            ? Count
            : throw new InvalidOperationException(
                "A dataset of 1 row cannot be split; it needs at least 2.");

    private Strata Classes()
    {
        AtLeastTwo();
        var classes = Strata.Of(Targets);
        return classes.Largest >= 2
            ? classes
            : throw new InvalidOperationException(
                "No target occurs twice: these are numbers, not classes. Split without strata.");
    }

    private Folds FoldsOf(Strata strata, int folds, string what, Seed? seed)
    {
        if (folds < 2 || folds > strata.Largest)
        {
            throw new ArgumentOutOfRangeException(
                nameof(folds),
                folds,
                Guard.Text($"{nameof(folds)} is {folds}; it must be at least 2 and at most ")
                + Guard.Text($"{strata.Largest}, the number of {what}."));
        }

        var order = seed is { } given ? given.Permutation(Count).AsEnumerable() : Enumerable.Range(0, Count);
        return new Folds(this, strata.Deal(order, folds), folds);
    }
}
