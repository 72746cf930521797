using CommunityToolkit.HighPerformance.Buffers;

namespace Descent;

/// <summary>The mean (or summed) loss of a linear model over a dataset.</summary>
/// <remarks>
/// <para><c>f(w, b) = Σᵢ cᵢ ℓ(w·xᵢ + b, yᵢ) / Σᵢ cᵢ + R(w)</c>, or without the division for
/// <see cref="Reduction.Sum"/>. Parameters are the weights in feature order, then the bias; the penalty R
/// never touches the bias. Loss and gradient come from one pass over the rows.</para>
/// <para>The order of every sum is fixed, so the bits do not depend on the machine.</para>
/// </remarks>
public sealed class EmpiricalRisk : IObjective
{
    private readonly IBlockLoss _blockLoss;
    private readonly double _totalWeight;

    /// <summary>Joins data, loss and penalty to an objective.</summary>
    /// <param name="data">The samples.</param>
    /// <param name="loss">The loss of one sample.</param>
    /// <param name="penalty">A penalty on the weights; none when omitted.</param>
    /// <param name="reduction">Mean over the samples, or sum.</param>
    /// <param name="bias">Whether the model has a bias, as the last parameter.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="data"/> or <paramref name="loss"/> is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The loss cannot read a target, or there is no parameter.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="reduction"/> is not a named value.
    /// </exception>
    public EmpiricalRisk(
        Dataset data,
        ILoss loss,
        ISmoothPenalty? penalty = null,
        Reduction reduction = Reduction.Mean,
        bool bias = true)
    {
        Data = Guard.NotNull(data);
        Loss = Guard.NotNull(loss);
        Penalty = penalty;
        Reduction = Guard.Defined(reduction);
        HasBias = bias;
        _blockLoss = loss as IBlockLoss ?? new LaneByLane(loss);
        _totalWeight = data.IsWeighted ? data.Weights.Sum() : data.Count;
        if (Dimension == 0)
            throw new ArgumentException("data has no feature and bias is false; add one.", nameof(data));
        CheckTargets();
    }

    /// <summary>The samples.</summary>
    public Dataset Data { get; }

    /// <summary>The loss of one sample.</summary>
    public ILoss Loss { get; }

    /// <summary>The penalty on the weights, or null.</summary>
    public ISmoothPenalty? Penalty { get; }

    /// <summary>Whether the losses are averaged or summed.</summary>
    public Reduction Reduction { get; }

    /// <summary>Whether the last parameter is a bias.</summary>
    public bool HasBias { get; }

    /// <summary>The number of parameters: one per feature, and one for the bias.</summary>
    public int Dimension => Data.FeatureCount + (HasBias ? 1 : 0);

    /// <inheritdoc/>
    public Evaluation Evaluate(Vector parameters) => Evaluate(parameters, RowSet.All(Data.Count));

    /// <summary>The scores of the dataset's rows: <c>w·xᵢ + b</c>.</summary>
    /// <param name="parameters">The weights, then the bias.</param>
    /// <returns>One score per row.</returns>
    /// <exception cref="ArgumentException">The length is not <see cref="Dimension"/>.</exception>
    public Vector Scores(Vector parameters) => Scores(parameters, Data.Features);

    /// <summary>The scores of other rows: <c>w·xᵢ + b</c>, what the model predicts for them.</summary>
    /// <param name="parameters">The weights, then the bias.</param>
    /// <param name="features">Rows with the dataset's features.</param>
    /// <returns>One score per row.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="features"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The length is not <see cref="Dimension"/>, or the rows have another number of features.
    /// </exception>
    public Vector Scores(Vector parameters, Matrix features)
    {
        CheckLength(parameters);
        Guard.NotNull(features);
        Guard.SameLength(features.Columns, Data.FeatureCount, "a row of the data", nameof(features));
        var bias = HasBias ? parameters[^1] : 0;
        return features.Multiply(WeightsOf(parameters)).Map(score => score + bias);
    }

    /// <summary>
    /// The objective over some of the rows, in the order given; see <see cref="MiniBatches"/>.
    /// </summary>
    internal Evaluation Evaluate(Vector parameters, RowSet rows)
    {
        CheckLength(parameters);
        using var buffer = SpanOwner<double>.Allocate(RiskSum.TotalLength(Data.Features));
        using var padded = SpanOwner<double>.Allocate(Data.Features.PaddedColumns, AllocationMode.Clear);
        var features = Data.FeatureCount;
        parameters.AsSpan()[..features].CopyTo(padded.Span);

        var sum = new RiskSum(Data, _blockLoss, rows, padded.Span, HasBias ? parameters[^1] : 0);
        RowTree.Sum(sum, rows.Count, buffer.Span);

        var share = (double)rows.Count / Data.Count;
        var divisor = Reduction == Reduction.Sum ? 1 : Data.IsWeighted ? _totalWeight * share : rows.Count;
        var gradient = new double[Dimension];
        for (var j = 0; j < features; j++)
            gradient[j] = buffer.Span[j] / divisor;
        if (HasBias)
            gradient[features] = RiskSum.Slope(buffer.Span) / divisor;

        var loss = RiskSum.Loss(buffer.Span) / divisor;
        if (Penalty is not null)
            loss += AddPenalty(parameters, Reduction == Reduction.Sum ? share : 1, gradient);
        return new Evaluation(loss, Vector.Own(gradient));
    }

    /// <summary>Adds factor · ∇R(w) to a gradient.</summary>
    /// <returns>factor · R(w).</returns>
    private double AddPenalty(Vector parameters, double factor, double[] gradient)
    {
        var weights = WeightsOf(parameters);
        var slopes = Penalty!.Gradient(weights);
        Guard.GradientLength(slopes.Count, weights.Count);
        for (var j = 0; j < slopes.Count; j++)
            gradient[j] += factor * slopes[j];
        return factor * Penalty.Value(weights);
    }

    private Vector WeightsOf(Vector parameters) =>
        HasBias ? parameters[..^1] : parameters;

    private void CheckLength(Vector parameters) =>
        Guard.SameLength(parameters.Count, Dimension, HasBias ? "the weights with the bias" : "the weights",
            nameof(parameters));

    private void CheckTargets()
    {
        for (var i = 0; i < Data.Count; i++)
        {
            if (!Loss.Accepts(Data.Targets[i]))
            {
                throw new ArgumentException(
                    Guard.Text($"The target of row {i} is {Data.Targets[i]}, which this loss cannot read; ")
                    + "losses for two classes take 0 and 1 (the logistic loss any probability): map -1 to 0.",
                    "data");
            }
        }
    }
}
