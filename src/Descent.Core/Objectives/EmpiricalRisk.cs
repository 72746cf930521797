using System.Runtime.CompilerServices;
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
    private readonly RiskKernel _kernel;
    private readonly double _totalWeight;

    // Up to this many numbers of scratch stay on the stack: renting costs more than a small risk.
    private const int StackLength = 512;

    /// <summary>Joins data, loss and penalty to an objective.</summary>
    /// <param name="data">The samples.</param>
    /// <param name="loss">The loss of one sample.</param>
    /// <param name="penalty">A penalty on the weights; none when omitted.</param>
    /// <param name="reduction">Mean over the samples, or sum.</param>
    /// <param name="bias">Whether the model has a bias, as the last parameter.</param>
    /// <param name="maxDegreeOfParallelism">
    /// How many threads an evaluation may use; see <see cref="MaxDegreeOfParallelism"/>.
    /// </param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="data"/> or <paramref name="loss"/> is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The loss cannot read a target, or there is no parameter.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="reduction"/> is not a named value, or
    /// <paramref name="maxDegreeOfParallelism"/> is less than 1.
    /// </exception>
    public EmpiricalRisk(
        Dataset data,
        ILoss loss,
        ISmoothPenalty? penalty = null,
        Reduction reduction = Reduction.Mean,
        bool bias = true,
        int maxDegreeOfParallelism = 1)
    {
        Data = Guard.NotNull(data);
        Loss = Guard.NotNull(loss);
        Penalty = penalty;
        Reduction = Guard.Defined(reduction);
        HasBias = bias;
        MaxDegreeOfParallelism = Guard.AtLeast(maxDegreeOfParallelism, 1);
        _kernel = RiskKernel.Of(loss);
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

    /// <summary>
    /// How many threads an evaluation may use, its caller's included: 1 where not asked for.
    /// </summary>
    /// <remarks>
    /// It changes time alone, never a bit: each thread takes whole subtrees of the one order of summation.
    /// Evaluations of a few rows stay on one thread. The helping threads are made once, shared by all risks,
    /// and sleep when there is nothing to do.
    /// </remarks>
    public int MaxDegreeOfParallelism { get; }

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
        var gradient = new double[Dimension];
        return new Evaluation(Evaluate(parameters.AsSpan(), rows, gradient), Vector.Own(gradient));
    }

    /// <summary>The loss over some of the rows; its gradient goes where it is wanted.</summary>
    [SkipLocalsInit]
    internal double Evaluate(ReadOnlySpan<double> parameters, RowSet rows, Span<double> gradient)
    {
        var length = RiskScratch.Length(Data.Features.Store.Stride);
        if (length <= StackLength)
            return Evaluate(parameters, rows, gradient, new RiskScratch(stackalloc double[length]));

        using var rented = SpanOwner<double>.Allocate(length, ScratchPool.Of(length));
        return Evaluate(parameters, rows, gradient, new RiskScratch(rented.Span));
    }

    /// <summary>What the sum over so many rows is divided by; see <see cref="MiniBatches"/>.</summary>
    internal double DivisorOf(int rows) =>
        Reduction == Reduction.Sum ? 1 : Data.IsWeighted ? _totalWeight * ShareOf(rows) : rows;

    /// <summary>What the penalty is multiplied by when so many rows are seen.</summary>
    internal double PenaltyFactorOf(int rows) => Reduction == Reduction.Sum ? ShareOf(rows) : 1;

    private double Evaluate(
        ReadOnlySpan<double> parameters, RowSet rows, Span<double> gradient, RiskScratch scratch)
    {
        var features = Data.FeatureCount;
        scratch.SetWeights(parameters[..features]);
        // Adding zero makes -0 to 0, so that no bit depends on how a zero came about.
        var bias = HasBias ? parameters[features] + 0.0 : 0;
        var point = new RiskPoint(_kernel, Data, rows, scratch.Weights, bias);
        var divisor = DivisorOf(rows.Count);
        var loss = rows.Count == 1
            ? _kernel.EvaluateRow(in point, divisor, gradient[..features], out var slope)
            : EvaluateRows(in point, divisor, gradient[..features], scratch.Total, out slope);
        if (HasBias)
            gradient[features] = slope;
        return Penalty is null
            ? loss
            : loss + AddPenalty(parameters[..features], PenaltyFactorOf(rows.Count), gradient[..features]);
    }

    /// <summary>Whether <see cref="DescendByRow"/> gives the bits of the plain steps from here.</summary>
    /// <remarks>
    /// A penalty would move every weight at each step. A parameter that is −0 may keep its sign or lose it,
    /// by the sign of a gradient that is 0; no step makes one where none was.
    /// </remarks>
    internal bool CanDescendByRow(ReadOnlySpan<double> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter is 0 && double.IsNegative(parameter))
                return false;
        }

        return Penalty is null;
    }

    /// <summary>How many numbers of room <see cref="DescendByRow"/> needs.</summary>
    internal int RoomByRow => RiskScratch.Length(Data.Features.Store.Stride);

    /// <summary>Gradient descent along single rows, from the first on, in place.</summary>
    /// <param name="rows">At least as many as there are rates.</param>
    /// <param name="rates">η of each step.</param>
    /// <param name="parameters">Changed; of no use where the result is false.</param>
    /// <param name="room">As many numbers as <see cref="RoomByRow"/> says.</param>
    /// <returns>Whether every state on the way would have been finite.</returns>
    internal bool DescendByRow(
        RowSet rows, ReadOnlySpan<double> rates, Span<double> parameters, Span<double> room)
    {
        var features = Data.FeatureCount;
        var scratch = new RiskScratch(room);
        scratch.SetWeights(parameters[..features]);
        var finite = _kernel.DescendByRow(
            Data, rows, DivisorOf(1), rates, scratch.Weights, parameters[features..]);
        scratch.Weights[..features].CopyTo(parameters);
        return finite;
    }

    private double EvaluateRows(
        in RiskPoint point, double divisor, Span<double> gradient, Span<double> total, out double slope)
    {
        point.Sum(total, MaxDegreeOfParallelism);
        var slopes = total[..gradient.Length];
        if (divisor is 1)
            Kernels.Elementwise(slopes, slopes, gradient, default(Unsigned));
        else
            Kernels.Elementwise(slopes, slopes, gradient, new UnsignedQuotient(divisor));
        slope = RiskTotal.Slope(total) / divisor;
        return RiskTotal.Loss(total) / divisor;
    }

    private double ShareOf(int rows) => (double)rows / Data.Count;

    /// <summary>Adds factor · ∇R(w) to a gradient.</summary>
    /// <returns>factor · R(w).</returns>
    private double AddPenalty(ReadOnlySpan<double> weights, double factor, Span<double> gradient)
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
