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
public sealed class EmpiricalRisk : Risk
{
    private readonly RiskKernel _kernel;

    // Up to this many numbers of scratch stay on the stack: renting costs more than a small risk.
    private const int StackLength = 512;

    /// <summary>Joins data, loss and penalty to an objective.</summary>
    /// <param name="data">The samples.</param>
    /// <param name="loss">The loss of one sample.</param>
    /// <param name="penalty">A penalty on the weights; none when omitted.</param>
    /// <param name="reduction">Mean over the samples, or sum.</param>
    /// <param name="bias">Whether the model has a bias, as the last parameter.</param>
    /// <param name="maxDegreeOfParallelism">
    /// How many threads an evaluation may use; see <see cref="Risk.MaxDegreeOfParallelism"/>.
    /// </param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="data"/> or <paramref name="loss"/> is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The loss cannot read a target, there is no parameter, or not one factor of the penalty per weight.
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
        : base(data, 1, penalty, reduction, bias, maxDegreeOfParallelism)
    {
        Loss = Guard.NotNull(loss);
        _kernel = RiskKernel.Of(loss);
        CheckTargets();
    }

    /// <summary>The loss of one sample.</summary>
    public ILoss Loss { get; }

    private protected override double LossCurvature => RiskCurvature.Of(Loss);

    /// <summary>The scores of the dataset's rows: <c>w·xᵢ + b</c>.</summary>
    /// <param name="parameters">The weights, then the bias.</param>
    /// <returns>One score per row.</returns>
    /// <exception cref="ArgumentException">The length is not <see cref="Risk.Dimension"/>.</exception>
    public Vector Scores(Vector parameters) => Scores(parameters, Data.Features);

    /// <summary>The scores of other rows: <c>w·xᵢ + b</c>, what the model predicts for them.</summary>
    /// <param name="parameters">The weights, then the bias.</param>
    /// <param name="features">Rows with the dataset's features.</param>
    /// <returns>One score per row.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="features"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The length is not <see cref="Risk.Dimension"/>, or the rows have another number of features.
    /// </exception>
    public Vector Scores(Vector parameters, Matrix features)
    {
        CheckLength(parameters);
        Guard.NotNull(features);
        Guard.SameLength(features.Columns, Data.FeatureCount, "a row of the data", nameof(features));
        var bias = HasBias ? parameters[^1] : 0;
        return features.Multiply(WeightsOf(parameters)).Map(score => score + bias);
    }

    [SkipLocalsInit]
    private protected override double EvaluateData(
        ReadOnlySpan<double> parameters, RowSet rows, Span<double> gradient)
    {
        var length = RiskScratch.Length(Data.Features.Store.Stride);
        if (length <= StackLength)
            return Evaluate(parameters, rows, gradient, new RiskScratch(stackalloc double[length]));

        using var rented = SpanOwner<double>.Allocate(length, ScratchPool.Of(length));
        return Evaluate(parameters, rows, gradient, new RiskScratch(rented.Span));
    }

    private protected override Risk MeanOver(Dataset data, ISmoothPenalty? penalty) =>
        new EmpiricalRisk(data, Loss, penalty, Reduction.Mean, HasBias, MaxDegreeOfParallelism);

    private protected override IHessian DataHessianAt(Vector parameters)
    {
        var curvatures = RiskCurvatures.Of(this, WeightsOf(parameters), HasBias ? parameters[^1] : 0);
        return new EmpiricalHessian(new(
            Data.WithCurvatures(curvatures),
            BlockLoss.Of(default(HalfCurvature)),
            penalty: null,
            Reduction.Sum,
            HasBias,
            MaxDegreeOfParallelism));
    }

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
        return loss;
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

    /// <summary>Follows the gradients of single rows, noise reduced by a table of slopes.</summary>
    internal void Follow(RowSet rows, in ReducedWalk walk) => _kernel.Follow(Data, rows, in walk);

    /// <summary>∂ℓ/∂score of each row, without its weight.</summary>
    internal double[] SlopesAt(Vector parameters)
    {
        var scores = Scores(parameters).AsSpan();
        var targets = Data.Targets.AsSpan();
        var slopes = new double[scores.Length];
        var i = 0;
        for (; Loss is BlockLoss block && i <= slopes.Length - Lanes.Count; i += Lanes.Count)
        {
            var (_, derivatives) = block.Evaluate(Lanes.Load(scores, i), Lanes.Load(targets, i));
            Lanes.Store(derivatives, slopes, i);
        }

        for (; i < slopes.Length; i++)
            slopes[i] = Loss.Derivative(scores[i], targets[i]);
        return slopes;
    }

    private double EvaluateRows(
        in RiskPoint point, double divisor, Span<double> gradient, Span<double> total, out double slope)
    {
        point.Sum(total, MaxDegreeOfParallelism);
        RiskTotal.Divide(total[..gradient.Length], divisor, gradient);
        slope = RiskTotal.Slope(total) / divisor;
        return RiskTotal.Loss(total) / divisor;
    }

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
