using Descent.Models;
using Xunit;

namespace Descent.Properties;

/// <summary>What every model does with rows.</summary>
public sealed class ModelContractLaws
{
    [Theory, EveryLearner]
    public void The_rows_beside_a_row_do_not_change_its_prediction(LearnerSubject subject)
    {
        var model = subject.Learner.Fit(subject.Data).Model;
        var together = model.Predict(subject.Rows);

        for (var i = 0; i < subject.Rows.Rows; i++)
            Bits.Equal(together[i], model.Predict(Vector.Create(subject.Rows.Row(i))));
    }

    [Theory, EveryLearner]
    public void A_model_knows_how_many_features_it_has_and_refuses_others(LearnerSubject subject)
    {
        var model = subject.Learner.Fit(subject.Data).Model;

        Assert.Equal(3, model.FeatureCount);
        Assert.All(new[] { 2, 4 }, columns =>
        {
            var error = Assert.Throws<ArgumentException>(
                "features", () => model.Predict(Matrix.From(2, columns, (_, _) => 1)));
            Assert.Contains(
                FormattableString.Invariant($"{columns}"), error.Message, StringComparison.Ordinal);
        });
        Assert.Throws<ArgumentException>("row", () => model.Predict([1, 2]));
        Assert.Throws<ArgumentNullException>("features", () => model.Predict(null!));
    }

    [Theory, EveryLearner]
    public void A_class_is_that_of_the_greatest_discriminant_and_of_the_greatest_probability(
        LearnerSubject subject)
    {
        if (subject.Learner.Fit(subject.Data).Model is not IClassifier model)
        {
            Assert.Equal(LearnerTask.Regression, subject.Task);
            return;
        }

        Assert.Equal(subject.Task == LearnerTask.TwoClasses ? 2 : 3, model.ClassCount);
        var (classes, discriminants) = (model.Predict(subject.Rows), model.Discriminants(subject.Rows));
        Assert.Equal(model.ClassCount, discriminants.Columns);
        for (var i = 0; i < classes.Count; i++)
            Assert.Equal(First(discriminants.Row(i).ToArray()), classes[i]);
        if (model is not IProbabilisticClassifier certain)
            return;

        var probabilities = certain.Probabilities(subject.Rows);
        for (var i = 0; i < classes.Count; i++)
        {
            var row = probabilities.Row(i).ToArray();
            Assert.Equal(First(row), classes[i]);
            Assert.All(row, p => Assert.InRange(p, 0, 1));
            // K numbers, each rounded once or twice, whose sum is rounded K - 1 times.
            Assert.InRange(row.Sum(), 1 - 2e-15, 1 + 2e-15);
        }
    }

    [Theory, EveryLearner]
    public void A_file_gives_the_model_back_with_every_bit(LearnerSubject subject)
    {
        var model = subject.Learner.Fit(subject.Data).Model;
        var text = ModelJson.Write(model);
        var read = ModelJson.Read(text);

        Assert.Equal(model, read);
        Assert.Equal(text, ModelJson.Write(read));
        Bits.Equal(model.Predict(subject.Rows), read.Predict(subject.Rows));
        if (model is IClassifier classifier)
            Assert.Equal(
                classifier.Discriminants(subject.Rows), ((IClassifier)read).Discriminants(subject.Rows));
    }

    private static int First(double[] numbers) => Array.IndexOf(numbers, numbers.Max());
}
