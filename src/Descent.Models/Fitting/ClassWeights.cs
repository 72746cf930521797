namespace Descent.Models;

/// <summary>Rows that count by their class, for data and for any learner of classes.</summary>
/// <remarks>
/// A class weight multiplies the weights of the class's rows; a learner is given the same data otherwise. So
/// weight 2 is every row of the class twice, whatever the learner.
/// </remarks>
public static class ClassWeights
{
    /// <summary>The learner on rows whose weights are multiplied by those of their classes.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="weights">One for each class, finite and at least 0: <c>[1, 10]</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="learner"/> is null.</exception>
    /// <exception cref="ArgumentException">A weight is negative or not finite, or there is none.</exception>
    public static ClassWeighted<TModel> WithClassWeights<TModel>(
        this ILearner<TModel> learner, Vector weights)
        where TModel : class, IModel => new(Guard.NotNull(learner), weights);

    /// <summary>The learner on rows weighted so that every class counts as much as any other.</summary>
    /// <param name="learner">The learner.</param>
    /// <exception cref="ArgumentNullException"><paramref name="learner"/> is null.</exception>
    public static Balanced<TModel> Balanced<TModel>(this ILearner<TModel> learner)
        where TModel : class, IModel => new(Guard.NotNull(learner));

    /// <summary>The data with the weight of each row multiplied by that of its class.</summary>
    /// <param name="data">Rows whose targets are classes 0, 1, ….</param>
    /// <param name="weights">One for each class, finite and at least 0.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A weight is negative or not finite, a target is none of the classes, or no row is left with a weight.
    /// </exception>
    public static Dataset WithClassWeights(this Dataset data, Vector weights)
    {
        Checked(weights, nameof(weights));
        ModelGuard.Classes(Guard.NotNull(data), weights.Count);
        return new(
            data.Features,
            data.Targets,
            data.Weights.Zip(data.Targets, (weight, target) => weight * weights[(int)target]),
            data.FeatureNames);
    }

    /// <summary>The data weighted so that every class counts as much as any other.</summary>
    /// <remarks>
    /// <c>N / (K N_k)</c>, N_k the weight of a class and N of all rows, K the number of classes that have
    /// weight (King, Zeng 2001): the whole weight stays N. A class without rows, as a fold may have, is none
    /// of the K.
    /// </remarks>
    /// <param name="data">Rows whose targets are classes 0, 1, ….</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">A target is no class.</exception>
    public static Dataset Balanced(this Dataset data)
    {
        var counts = new double[ModelGuard.ClassCount(Guard.NotNull(data))];
        for (var i = 0; i < data.Count; i++)
            counts[(int)data.Targets[i]] += data.Weights[i];
        var share = data.Weights.Sum() / counts.Count(count => count > 0);
        return data.WithClassWeights(Vector.From(counts.Select(count => count > 0 ? share / count : 1)));
    }

    /// <summary>Demands at least one weight, all finite and at least 0.</summary>
    internal static Vector Checked(Vector weights, string name)
    {
        Guard.NotEmpty(weights.Count, name);
        Guard.AllFinite(weights.AsSpan(), name);
        for (var k = 0; k < weights.Count; k++)
            Guard.NonNegative(weights[k], Guard.Text($"{name}[{k}]"));
        return weights;
    }
}
