namespace Descent.Models;

/// <summary>Any number of classes, by a binary model for each against all others.</summary>
/// <remarks>
/// <para>For each class k the learner is given all rows, with target 1 for class k and 0 for the others, and
/// the weights of the rows. Of two classes one model is enough, which tells 1 from 0: the fit is then that of
/// the learner alone.</para>
/// <para>A class that no row has, as may happen in a fold, or only rows of weight 0, has no model and is
/// never predicted; where only one class has rows it is always predicted. No learner is asked to tell a class
/// from nothing.</para>
/// </remarks>
/// <param name="Learner">A learner of classes 0 and 1.</param>
/// <exception cref="ArgumentNullException"><paramref name="Learner"/> is null.</exception>
public sealed record OneVsRest<TModel>(ILearner<TModel> Learner) : ILearner<OneVsRestModel<TModel>>
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
    public IFit<OneVsRestModel<TModel>> Fit(Dataset data)
    {
        var classes = ModelGuard.ClassCount(data, Classes);
        var present = BinaryParts.PresentIn(data, classes);
        int[] parts = classes == 2 ? [1] : [.. Enumerable.Range(0, classes)];
        var isOne = present.Count(one => one) == 1;
        var fits = parts
            .Select(k => isOne || !present[k] ? null : Learner.Fit(BinaryParts.Of(data, k)))
            .ToArray();
        return new Fit<OneVsRestModel<TModel>>(
            new(
                data.FeatureCount,
                [.. present],
                [.. fits.Select(fit => fit?.Model)]),
            new CompositeReport("One class against the rest", [.. fits.Select((fit, i) =>
                BinaryParts.Named(
                    fit?.Report ?? new("no model, for lack of other rows or of its own"),
                    Guard.Text($"class {parts[i]}")))]));
    }

    /// <summary>The learner, and how it tells more classes apart.</summary>
    public override string ToString() => $"{Learner}, one against the rest";
}
