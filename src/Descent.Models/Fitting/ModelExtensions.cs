namespace Descent.Models;

/// <summary>What every model can do with a single row.</summary>
public static class ModelExtensions
{
    /// <summary>The prediction of one row; of a classifier the number of its class.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentException">The row is not as long as the model has features.</exception>
    public static double Predict(this IModel model, Vector row) =>
        Guard.NotNull(model).Predict(RowOf(model, row))[0];

    /// <summary>The discriminants of one row, one for each class.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentException">The row is not as long as the model has features.</exception>
    public static Vector Discriminants(this IClassifier model, Vector row) =>
        Vector.Create(Guard.NotNull(model).Discriminants(RowOf(model, row)).Row(0));

    /// <summary>The probabilities of the classes for one row.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentException">The row is not as long as the model has features.</exception>
    public static Vector Probabilities(this IProbabilisticClassifier model, Vector row) =>
        Vector.Create(Guard.NotNull(model).Probabilities(RowOf(model, row)).Row(0));

    private static Matrix RowOf(IModel model, Vector row)
    {
        Guard.SameLength(row.Count, model.FeatureCount, "the model's list of features", nameof(row));
        return Matrix.FromRows([row]);
    }
}
