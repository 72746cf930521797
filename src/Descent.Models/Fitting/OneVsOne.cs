namespace Descent.Models;

/// <summary>Any number of classes, by a binary model for each pair of them, which vote.</summary>
/// <remarks>
/// <para>For each pair k &lt; l the learner is given the rows of these two classes, with target 1 for class
/// l, and their weights: K (K − 1) / 2 fits on few rows each (Knerr, Personnaz, Dreyfus 1990). How the models
/// vote: <see cref="OneVsOneModel{TModel}"/>.</para>
/// <para>A class that no row has, as may happen in a fold, or only rows of weight 0, loses to every class
/// that has rows, without a model; no learner is asked to tell a class from nothing.</para>
/// </remarks>
/// <param name="Learner">A learner of classes 0 and 1.</param>
/// <exception cref="ArgumentNullException"><paramref name="Learner"/> is null.</exception>
public sealed record OneVsOne<TModel>(ILearner<TModel> Learner) : ILearner<OneVsOneModel<TModel>>
    where TModel : class, IClassifier
{
    /// <summary>The learner of classes 0 and 1.</summary>
    public ILearner<TModel> Learner { get; init => field = Guard.NotNull(value, nameof(Learner)); } =
        Guard.NotNull(Learner);

    /// <summary>The number of classes, at least 2; null for as many as the targets number.</summary>
    /// <remarks>Set it where a part of the data may lack the last classes.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 2.</exception>
    public int? Classes { get; init => field = ModelGuard.AtLeast(value, 2, nameof(Classes)); }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A target is none of the classes.</exception>
    public IFit<OneVsOneModel<TModel>> Fit(Dataset data)
    {
        var classes = ModelGuard.ClassCount(data, Classes);
        var present = BinaryParts.PresentIn(data, classes);
        var pairs = BinaryParts.Pairs(classes);
        var fits = pairs
            .Select(pair => present[pair.Zero] && present[pair.One]
                ? Learner.Fit(BinaryParts.Of(data, pair.Zero, pair.One))
                : null)
            .ToArray();
        return new Fit<OneVsOneModel<TModel>>(
            new(data.FeatureCount, [.. present], [.. fits.Select(fit => fit?.Model)]),
            new CompositeReport("One class against one", [.. fits.Select((fit, i) => BinaryParts.Named(
                fit?.Report ?? new("no model, for lack of rows"),
                Guard.Text($"class {pairs[i].Zero} against {pairs[i].One}")))]));
    }

    /// <summary>The learner, and how it tells more classes apart.</summary>
    public override string ToString() => $"{Learner}, one against one";
}
