namespace Descent.Models;

/// <summary>The settings of a learner that asks the k nearest rows.</summary>
/// <remarks>
/// <para>Distances see units: a feature in millimetres counts a thousand times as much as in metres, so scale
/// the features first, by a <see cref="Standardizer"/> of the training part. One factor for all features
/// changes nothing.</para>
/// <para>Ties are broken by rule. Of rows at the same distance, as computed, the lower row number of the
/// training data comes first; of classes with the same share the lowest number wins.</para>
/// <para>A row of weight 2 is the row twice, side by side: it takes two of the k places. So neighbours are
/// taken until their weights add up to k, of the last one only what is still missing, and a row of weight 0
/// is not there.</para>
/// </remarks>
public abstract record KNearest
{
    private protected KNearest(int k) => K = Guard.AtLeast(k, 1, nameof(K));

    /// <summary>How many rows are asked, k, at least 1 and at most as many as there are.</summary>
    public int K { get; init => field = Guard.AtLeast(value, 1, nameof(K)); }

    /// <summary>How much each of them counts; equally unless set.</summary>
    public NeighborWeights Weights
    {
        get;
        init => field = Guard.Defined(value, nameof(Weights));
    }

    /// <summary>What near is; Euclidean unless set.</summary>
    public Distance Distance { get; init => field = Guard.NotNull(value, nameof(Distance)); } =
        Distance.Euclidean;

    /// <summary>How they are looked for, which changes no bit.</summary>
    public NeighborSearch Search { get; init => field = Guard.Defined(value, nameof(Search)); }

    /// <summary>k, weights and distance.</summary>
    public sealed override string ToString() =>
        Guard.Text($"{GetType().Name}({K}, {Weights}, {Distance})");
}
