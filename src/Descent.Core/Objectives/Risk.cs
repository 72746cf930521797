namespace Descent;

/// <summary>The mean (or summed) loss of a model over a dataset, with a penalty on its weights.</summary>
/// <remarks>
/// <para>What <see cref="EmpiricalRisk"/>, with one score a sample, and <see cref="SoftmaxRisk"/>, with one a
/// class, have in common, and what <see cref="MiniBatches"/> need of either.</para>
/// <para>Parameters are one row for each score: the weights in feature order, then the bias. The penalty is
/// given the weights of all rows, one row after the other, and never a bias.</para>
/// </remarks>
public abstract class Risk : ISmoothObjective, ITwiceDifferentiable
{
    private readonly WeightRows _rows;
    private readonly double _totalWeight;

    private protected Risk(
        Dataset data,
        int scores,
        ISmoothPenalty? penalty,
        Reduction reduction,
        bool bias,
        int maxDegreeOfParallelism)
    {
        Data = Guard.NotNull(data);
        Penalty = penalty;
        Reduction = Guard.Defined(reduction);
        MaxDegreeOfParallelism = Guard.AtLeast(maxDegreeOfParallelism, 1);
        _rows = new(scores, data.FeatureCount + (bias ? 1 : 0), bias);
        _totalWeight = data.IsWeighted ? data.Weights.Sum() : data.Count;
        if (Dimension == 0)
            throw new ArgumentException("data has no feature and bias is false; add one.", nameof(data));
        (penalty as ISpanPenalty)?.CheckLength(_rows.WeightCount);
    }

    /// <summary>The samples.</summary>
    public Dataset Data { get; }

    /// <summary>The penalty on the weights, or null.</summary>
    public ISmoothPenalty? Penalty { get; }

    /// <summary>Whether the losses are averaged or summed.</summary>
    public Reduction Reduction { get; }

    /// <summary>Whether the last parameter of each row is a bias.</summary>
    public bool HasBias => _rows.HasBias;

    /// <summary>
    /// How many threads an evaluation may use, its caller's included: 1 where not asked for.
    /// </summary>
    /// <remarks>
    /// It changes time alone, never a bit: each thread takes whole subtrees of the one order of summation.
    /// Evaluations of a few rows stay on one thread. The helping threads are made once, shared by all risks,
    /// and sleep when there is nothing to do.
    /// </remarks>
    public int MaxDegreeOfParallelism { get; }

    /// <summary>The number of parameters: for each score one per feature, and one for the bias.</summary>
    public int Dimension => checked(_rows.Count * RowLength);

    /// <summary>The numbers of one row of parameters.</summary>
    private protected int RowLength => _rows.Length;

    /// <inheritdoc/>
    public Evaluation Evaluate(Vector parameters) => Evaluate(parameters, RowSet.All(Data.Count));

    /// <summary>∇²f at the given parameters.</summary>
    /// <remarks>
    /// One pass over the rows keeps the second derivatives by the scores; a product is another pass, and
    /// takes about as long as a gradient. The matrix of n parameters and N rows takes N n² / 2
    /// multiplications, and as many for each two classes of a softmax. At a kink of ℓ′ the flatter side
    /// counts. The bits depend neither on the number of threads nor on the form of the matrix.
    /// </remarks>
    /// <param name="parameters">One entry per dimension.</param>
    /// <exception cref="ArgumentException">The length is not the dimension.</exception>
    /// <exception cref="InvalidOperationException">
    /// The loss or the penalty tells no second derivatives.
    /// </exception>
    public IHessian HessianAt(Vector parameters)
    {
        CheckLength(parameters);
        var data = DataHessianAt(parameters);
        if (Penalty is null)
            return data;

        var penalty = new PenaltyHessian(this, Penalty, WeightsOf(parameters));
        penalty.Times(Vector.Zeros(Dimension));
        return Hessian.Sum(data, penalty);
    }

    /// <summary>
    /// L with <c>‖∇f(x) − ∇f(y)‖ ≤ L ‖x − y‖</c>: the rate 1 / L lowers the loss at every step.
    /// </summary>
    /// <remarks>
    /// <c>c · λmax(Σ cᵢ x̃ᵢ x̃ᵢᵀ / Σ cᵢ)</c>, x̃ with the 1 of the bias and c the greatest ℓ″ (½ of the
    /// softmax, Böhning 1992), and the penalty's own bound; a rigorous bound, rounding included. Of a squared
    /// loss and up to 1024 features or rows it is at most 0.7 % above the greatest eigenvalue of the Hessian,
    /// which for n of them takes as long as n / 2 evaluations, and time that grows with n³: ask once. With
    /// more of both it stays cheap: near where the features are counts or pixels, but up to n times too great
    /// where their signs are mixed.
    /// </remarks>
    /// <returns>At least 0; +∞ only where a square overflows.</returns>
    /// <exception cref="InvalidOperationException">
    /// The loss or the penalty has no bound: <see cref="ILoss.CurvatureBound"/> is +∞; or it tells one that
    /// is negative or NaN.
    /// </exception>
    public double CurvatureBound() => RiskCurvature.Of(this, LossCurvature);

    /// <summary>
    /// The objective over some of the rows, in the order given; see <see cref="MiniBatches"/>.
    /// </summary>
    internal Evaluation Evaluate(Vector parameters, RowSet rows)
    {
        CheckLength(parameters);
        var gradient = new double[Dimension];
        return new Evaluation(Evaluate(parameters.AsSpan(), rows, gradient), Vector.Own(gradient));
    }

    /// <summary>The loss over some of the rows; its gradient goes where it is wanted.</summary>
    internal double Evaluate(ReadOnlySpan<double> parameters, RowSet rows, Span<double> gradient)
    {
        var loss = EvaluateData(parameters, rows, gradient);
        return Penalty is null ? loss : loss + AddPenalty(parameters, PenaltyFactorOf(rows.Count), gradient);
    }

    /// <summary>The objective over some of the rows in the scale of all.</summary>
    /// <remarks>A sum stands for that of all rows; the penalty counts as much beside it as it does
    /// there.</remarks>
    internal ITwiceDifferentiable Sample(int[] rows)
    {
        var data = Data.Select(rows);
        if (Reduction == Reduction.Mean)
            return MeanOver(data, Penalty);

        var share = Penalty is null ? null : new ScaledPenalty(1 / _totalWeight, Penalty);
        return (ITwiceDifferentiable)Objective.Scale(_totalWeight, MeanOver(data, share));
    }

    /// <summary>The same mean loss over other samples, with another penalty.</summary>
    private protected abstract Risk MeanOver(Dataset data, ISmoothPenalty? penalty);

    /// <summary>The loss without the penalty.</summary>
    private protected abstract double EvaluateData(
        ReadOnlySpan<double> parameters, RowSet rows, Span<double> gradient);

    /// <summary>The second derivatives without the penalty's.</summary>
    private protected abstract IHessian DataHessianAt(Vector parameters);

    /// <summary>The greatest eigenvalue of the loss's second derivatives by the scores.</summary>
    private protected abstract double LossCurvature { get; }

    /// <summary>What the sum over so many rows is divided by; see <see cref="MiniBatches"/>.</summary>
    internal double DivisorOf(int rows) =>
        Reduction == Reduction.Sum ? 1 : Data.IsWeighted ? _totalWeight * ShareOf(rows) : rows;

    /// <summary>What the penalty is multiplied by when so many rows are seen.</summary>
    internal double PenaltyFactorOf(int rows) => Reduction == Reduction.Sum ? ShareOf(rows) : 1;

    /// <summary>What a penalty is given: the parameters without a bias.</summary>
    internal Vector WeightsOf(Vector parameters) => _rows.Weights(parameters);

    /// <summary>The parameters with other weights and their own biases.</summary>
    internal Vector WithWeights(Vector parameters, Vector weights) =>
        _rows.WithWeights(parameters, weights, nameof(weights));

    private protected void CheckLength(Vector parameters) =>
        Guard.SameLength(parameters.Count, Dimension, HasBias ? "the weights with the bias" : "the weights",
            nameof(parameters));

    private double ShareOf(int rows) => (double)rows / Data.Count;

    /// <summary>Adds factor · ∇R(w) to a gradient.</summary>
    /// <returns>factor · R(w).</returns>
    private double AddPenalty(ReadOnlySpan<double> parameters, double factor, Span<double> gradient)
    {
        var count = _rows.WeightCount;
        if (_rows.IsWeightsFirst)
            return AddPenaltyOf(parameters[..count], factor, gradient[..count]);

        var (weights, slopes) = (new double[count], new double[count]);
        _rows.CopyWeights(parameters, weights);
        _rows.CopyWeights(gradient, slopes);
        var value = AddPenaltyOf(weights, factor, slopes);
        _rows.CopyBack(slopes, gradient);
        return value;
    }

    /// <summary>Adds factor · ∇R(w), the weights being apart from the biases.</summary>
    /// <returns>factor · R(w).</returns>
    internal double AddPenaltyOf(ReadOnlySpan<double> weights, double factor, Span<double> gradient)
    {
        if (Penalty is ISpanPenalty penalty)
            return penalty.AddTo(gradient, weights, factor);

        var vector = Vector.Create(weights);
        var slopes = Penalty!.Gradient(vector);
        Guard.GradientLength(slopes.Count, vector.Count);
        for (var j = 0; j < slopes.Count; j++)
            gradient[j] += factor * slopes[j];
        return factor * Penalty.Value(vector);
    }
}
