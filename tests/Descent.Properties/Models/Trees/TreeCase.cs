using Descent.Models;
using FsCheck;
using FsCheck.Fluent;

namespace Descent.Properties;

/// <summary>Samples, many of them equal, and a learner of trees with any settings.</summary>
public sealed record TreeCase(Dataset Data, ILearner Learner)
{
    /// <summary>The tree of the samples.</summary>
    public DecisionTree Tree => On(Data);

    /// <summary>The tree of other samples.</summary>
    public DecisionTree On(Dataset data) => (DecisionTree)Learner.Fit(data).Model;

    /// <summary>The same with other settings: without limits where nothing else is said.</summary>
    public TreeCase With(int? maxDepth = null, double minImpurityDecrease = 0) => this with
    {
        Learner = Learner is CartClassifier classes
            ? new CartClassifier(
                classes.Criterion, maxDepth, MinImpurityDecrease: minImpurityDecrease, Classes: 3)
            : new CartRegressor(
                ((CartRegressor)Learner).Criterion, maxDepth, MinImpurityDecrease: minImpurityDecrease),
    };

    public override string ToString() => $"{Learner}: {DomainText.Of(Data, [])}";
}

/// <summary>How cases for trees are drawn and shrunk.</summary>
public static class TreeGenerators
{
    private static readonly Gen<double> Whole = Gen.Choose(0, 4).Select(i => (double)i);

    private static readonly Gen<double> Class = Gen.Choose(0, 2).Select(i => (double)i);

    private static readonly Gen<double> Tenths = Gen.Choose(-20, 20).Select(i => i / 10.0);

    private static readonly Gen<double> Real =
        Gen.Choose(-(1 << 29), 1 << 29).Select(i => i / (1.4 * (1 << 27)));

    private static readonly Gen<ILearner> Classifiers =
        from criterion in Gen.Elements(Enum.GetValues<ClassificationCriterion>())
        from depth in Gen.Elements<int?>(null, null, 1, 2, 3)
        from leaf in Gen.Elements(0.0, 0, 1, 2)
        from split in Gen.Elements(0.0, 0, 3)
        from impurity in Gen.Elements(0.0, 0, 0.2)
        from decrease in Gen.Elements(0.0, 0, 0.05)
        from share in Gen.Elements(1.0, 1, 0.75)
        from pruning in Gen.Elements(0.0, 0, 0.05)
        select (ILearner)new CartClassifier(
            criterion, depth, leaf, split, impurity, decrease, share, pruning, Classes: 3);

    private static readonly Gen<ILearner> Regressors =
        from criterion in Gen.Elements(Enum.GetValues<RegressionCriterion>())
        from depth in Gen.Elements<int?>(null, null, 1, 2, 3)
        from leaf in Gen.Elements(0.0, 0, 1, 2)
        from split in Gen.Elements(0.0, 0, 3)
        from impurity in Gen.Elements(0.0, 0, 0.2)
        from decrease in Gen.Elements(0.0, 0, 0.05)
        from pruning in Gen.Elements(0.0, 0, 0.05)
        select (ILearner)new CartRegressor(criterion, depth, leaf, split, impurity, decrease, pruning);

    public static Arbitrary<TreeCase> TreeCase() => Arb.From(
        from isClasses in Gen.Elements(true, false)
        from learner in isClasses ? Classifiers : Regressors
        from rows in Gen.Choose(1, 14)
        from columns in Gen.Choose(1, 3)
        from value in Gen.Elements(Whole, Tenths)
        from features in value.ArrayOf(columns).ArrayOf(rows)
        from target in isClasses ? Gen.Constant(Class) : Gen.Elements(Whole, Tenths, Real)
        from targets in target.ArrayOf(rows)
        from weights in Weights(rows)
        select new TreeCase(
            new(Matrix.From(rows, columns, (i, j) => features[i][j]), Vector.Of(targets), weights), learner),
        one => Smaller(one.Data).Select(data => one with { Data = data }));

    private static Gen<Vector?> Weights(int rows) => Gen.Frequency(
        (2, Gen.Constant<Vector?>(null)),
        (2, Weights(rows, Gen.Choose(0, 3).Select(i => (double)i))),
        (1, Weights(rows, Gen.Choose(0, 8).Select(i => i / 4.0))),
        (1, Weights(rows, Gen.Choose(0, 1 << 29).Select(i => i / (1.4 * (1 << 27))))));

    private static Gen<Vector?> Weights(int rows, Gen<double> weight) =>
        from weights in weight.ArrayOf(rows)
        select (Vector?)Vector.From(weights.All(w => w == 0) ? weights.Select(_ => 1.0) : weights);

    private static IEnumerable<Dataset> Smaller(Dataset data) =>
        from left in Enumerable.Range(0, data.Count)
        let rows = Enumerable.Range(0, data.Count).Where(i => i != left).ToArray()
        where rows.Any(i => data.Weights[i] > 0)
        select data.Select(rows);
}
