using Descent.Models;
using Xunit;

namespace Descent.Properties;

/// <summary>What every learner does with its data.</summary>
public sealed class LearnerContractLaws
{
    [Theory, EveryLearner]
    public void Fitting_twice_gives_equal_models_and_equal_reports(LearnerSubject subject)
    {
        var (first, second) = (subject.Learner.Fit(subject.Data), subject.Learner.Fit(subject.Data));

        Assert.Equal(first.Model, second.Model);
        Assert.Equal(first.Model.GetHashCode(), second.Model.GetHashCode());
        Assert.Equal(first.Report, second.Report);
        Assert.Equal(first.Report.ToString(), second.Report.ToString());
    }

    [Theory, EveryLearner]
    public void What_a_culture_is_changes_no_text(LearnerSubject subject)
    {
        var fit = subject.Learner.Fit(subject.Data);

        CommaHabits.Print(subject.Learner.ToString()!, subject.Learner);
        CommaHabits.Print(fit.Model.ToString()!, fit.Model);
        CommaHabits.Print(fit.Report.ToString(), fit.Report);
        Assert.DoesNotContain("{", fit.Model.ToString(), StringComparison.Ordinal);
        Assert.NotEqual("", fit.Report.ToString());
    }

    [Theory, EveryLearner]
    public void Sparse_features_give_the_bits_of_dense_ones(LearnerSubject subject)
    {
        var dense = subject.Learner.Fit(subject.Data).Model;
        var sparse = subject.Learner.Fit(subject.Data.WithFeatures(subject.Data.Features.ToSparse())).Model;

        Bits.Equal(dense.Predict(subject.Rows), sparse.Predict(subject.Rows));
        Bits.Equal(dense.Predict(subject.Rows), dense.Predict(subject.Rows.ToSparse()));
    }

    [Theory, EveryLearner]
    public void A_row_of_weight_2_is_the_row_twice(LearnerSubject subject)
    {
        var data = subject.Data;
        int[] twice = [3, 4, 9, 20];
        var weighted = new Dataset(
            data.Features,
            data.Targets,
            Vector.From(Enumerable.Range(0, data.Count).Select(i => twice.Contains(i) ? 2.0 : 1)));
        var repeated = data.Select(Enumerable.Range(0, data.Count).SelectMany(
            i => Enumerable.Repeat(i, twice.Contains(i) ? 2 : 1)));

        AssertNear(subject, subject.Learner.Fit(repeated).Model, subject.Learner.Fit(weighted).Model);
    }

    [Theory, EveryLearner]
    public void A_row_of_weight_0_is_no_row(LearnerSubject subject)
    {
        var data = subject.Data;
        int[] absent = [0, 7, 8, 23];
        var weighted = new Dataset(
            data.Features,
            data.Targets,
            Vector.From(Enumerable.Range(0, data.Count).Select(i => absent.Contains(i) ? 0.0 : 1)));
        var fewer = data.Select(Enumerable.Range(0, data.Count).Except(absent));

        AssertNear(subject, subject.Learner.Fit(fewer).Model, subject.Learner.Fit(weighted).Model);
    }

    [Theory, EveryLearner]
    public void Classes_that_are_none_are_refused(LearnerSubject subject)
    {
        if (subject.Task == LearnerTask.Regression)
            return;

        Assert.All(new[] { 0.5, -1, 1e300 }, bad =>
        {
            var targets = Vector.From(subject.Data.Targets.Select((y, i) => i == 5 ? bad : y));
            var data = new Dataset(subject.Data.Features, targets);
            var error = Assert.Throws<ArgumentException>(() => subject.Learner.Fit(data));
            Assert.Contains(bad.ToString(System.Globalization.CultureInfo.InvariantCulture), error.Message,
                StringComparison.Ordinal);
        });
    }

    [Theory, EveryLearner]
    public void A_missing_dataset_is_refused_by_name(LearnerSubject subject) =>
        Assert.Throws<ArgumentNullException>("data", () => subject.Learner.Fit(null!));

    [Theory, EveryLearner]
    public void Rows_of_one_class_and_equal_targets_make_a_model(LearnerSubject subject)
    {
        // Without a bias nothing but 0 is constant.
        if (subject.Learner is LinearRegression { Bias: false })
            return;

        var data = new Dataset(subject.Data.Features, Vector.Ones(subject.Data.Count));
        var model = subject.Learner.Fit(data).Model;

        Assert.All(model.Predict(subject.Rows), y => Assert.InRange(y, 1 - 1e-6, 1 + 1e-6));
    }

    private static void AssertNear(LearnerSubject subject, IModel expected, IModel actual)
    {
        var (first, second) = (Numbers(expected, subject.Rows), Numbers(actual, subject.Rows));
        for (var i = 0; i < first.Count; i++)
            Assert.InRange(second[i], first[i] - subject.Near, first[i] + subject.Near);
    }

    // Of a classifier the discriminants: a class may turn where a number is near its threshold.
    private static Vector Numbers(IModel model, Matrix rows) => model is IClassifier classifier
        ? Vector.From(Enumerable.Range(0, rows.Rows).SelectMany(
            i => classifier.Discriminants(rows).Row(i).ToArray()))
        : model.Predict(rows);
}
