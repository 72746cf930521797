using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Predicts each row of a dataset by the model of the fold that tests it.</summary>
/// <remarks>Rows are known by their numbers, so it predicts for the whole of that dataset alone.</remarks>
internal class PooledModel : IModel
{
    private readonly Folds _folds;
    private readonly ImmutableArray<IModel> _models;

    private PooledModel(Folds folds, ImmutableArray<IModel> models) => (_folds, _models) = (folds, models);

    /// <summary>A pooled model that tells what all its models tell.</summary>
    public static PooledModel Of(Folds folds, ImmutableArray<IModel> models) =>
        models.All(model => model is IProbabilisticClassifier) ? new Probabilistic(folds, models)
        : models.All(model => model is IClassifier) ? new Classifier(folds, models)
        : new PooledModel(folds, models);

    public int FeatureCount => _folds.Data.FeatureCount;

    public Vector Predict(Matrix features)
    {
        var result = new double[Rows(features)];
        Visit(features, (model, part, place) =>
        {
            foreach (var (k, prediction) in model.Predict(part).Index())
                result[place[k]] = prediction;
        });
        return Vector.Own(result);
    }

    /// <summary>Joins rows of numbers; where a model has too few, the rest is filled up.</summary>
    private Matrix Join(Matrix features, int columns, double rest, Func<IModel, Matrix, Matrix> rowsOf)
    {
        var result = new double[Rows(features)][];
        Visit(features, (model, part, place) =>
        {
            var rows = rowsOf(model, part);
            for (var k = 0; k < rows.Rows; k++)
            {
                var row = result[place[k]] = new double[columns];
                Array.Fill(row, rest);
                rows.Row(k).CopyTo(row);
            }
        });
        return Matrix.FromRows(result);
    }

    private int Rows(Matrix features)
    {
        Guard.SameLength(features.Rows, _folds.Data.Count, "the cross-validated data", nameof(features));
        return features.Rows;
    }

    private void Visit(Matrix features, Action<IModel, Matrix, int[]> visit)
    {
        var places = _folds.FoldOfRow.Index().ToLookup(row => row.Item, row => row.Index);
        foreach (var (fold, model) in _models.Index())
        {
            int[] place = [.. places[fold]];
            visit(model, features.SelectRows(place), place);
        }
    }

    private class Classifier(Folds folds, ImmutableArray<IModel> models)
        : PooledModel(folds, models), IClassifier
    {
        // A training part may lack the last class.
        public int ClassCount => _models.Max(model => ((IClassifier)model).ClassCount);

        public Matrix Discriminants(Matrix features) => Join(
            features,
            ClassCount,
            double.NegativeInfinity,
            (model, part) => ((IClassifier)model).Discriminants(part));
    }

    private sealed class Probabilistic(Folds folds, ImmutableArray<IModel> models)
        : Classifier(folds, models), IProbabilisticClassifier
    {
        public Matrix Probabilities(Matrix features) => Join(
            features, ClassCount, 0, (model, part) => ((IProbabilisticClassifier)model).Probabilities(part));
    }
}
