using CommunityToolkit.HighPerformance.Buffers;

namespace Descent;

/// <summary>The softmax cross-entropy of a linear model with one score for each class.</summary>
/// <remarks>
/// <para><c>f = −Σᵢ cᵢ log p(yᵢ | xᵢ) / Σᵢ cᵢ + R(w)</c> with <c>p(k | x) = e^sₖ / Σⱼ e^sⱼ</c> and
/// <c>sₖ = wₖ·x + bₖ</c>, or without the division for <see cref="Reduction.Sum"/>. Also called multinomial
/// logistic regression. The gradient by sₖ is <c>p(k | x) − [k = y]</c>. Scores of any size are evaluated
/// without overflow, and a loss near 0 keeps its digits.</para>
/// <para>Parameters are one row for each class, the weights in feature order and then the bias, one row after
/// the other: class k starts at entry <c>k (features + 1)</c>. Each class has its own row, though one of them
/// could be 0: so no class is set apart, and the smallest weights are found with any penalty. Two classes are
/// <see cref="Loss.Logistic"/> with the weights <c>w₁ − w₀</c>.</para>
/// <para>The order of every sum is fixed, so the bits do not depend on the machine (Bridle 1990).</para>
/// </remarks>
public sealed class SoftmaxRisk : Risk
{
    /// <summary>Joins data and penalty to an objective.</summary>
    /// <param name="data">
    /// The samples; targets are the classes 0, 1, …, <paramref name="classes"/> − 1.
    /// </param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <param name="penalty">A penalty on the weights of all classes; none when omitted.</param>
    /// <param name="reduction">Mean over the samples, or sum.</param>
    /// <param name="bias">Whether each class has a bias.</param>
    /// <param name="maxDegreeOfParallelism">
    /// How many threads an evaluation may use; see <see cref="Risk.MaxDegreeOfParallelism"/>.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A target is no class, there is no parameter, or not one factor of the penalty per weight.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="classes"/> is less than 2, <paramref name="reduction"/> is not a named value, or
    /// <paramref name="maxDegreeOfParallelism"/> is less than 1.
    /// </exception>
    public SoftmaxRisk(
        Dataset data,
        int classes,
        ISmoothPenalty? penalty = null,
        Reduction reduction = Reduction.Mean,
        bool bias = true,
        int maxDegreeOfParallelism = 1)
        : base(data, Guard.AtLeast(classes, 2), penalty, reduction, bias, maxDegreeOfParallelism)
    {
        Classes = classes;
        CheckTargets();
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The scores of the dataset's rows: <c>wₖ·xᵢ + bₖ</c>.</summary>
    /// <param name="parameters">A row for each class, one after the other.</param>
    /// <returns>One row per sample, one column per class.</returns>
    /// <exception cref="ArgumentException">The length is not <see cref="Risk.Dimension"/>.</exception>
    public Matrix Scores(Vector parameters) => Scores(parameters, Data.Features);

    /// <summary>The scores of other rows: <c>wₖ·xᵢ + bₖ</c>.</summary>
    /// <param name="parameters">A row for each class, one after the other.</param>
    /// <param name="features">Rows with the dataset's features.</param>
    /// <returns>One row per row of the features, one column per class.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="features"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The length is not <see cref="Risk.Dimension"/>, or the rows have another number of features.
    /// </exception>
    public Matrix Scores(Vector parameters, Matrix features)
    {
        CheckLength(parameters);
        Guard.NotNull(features);
        Guard.SameLength(features.Columns, Data.FeatureCount, "a row of the data", nameof(features));
        var columns = Enumerable.Range(0, Classes).Select(k => ScoresOf(k, parameters, features)).ToArray();
        return Matrix.From(features.Rows, Classes, (i, k) => columns[k][i]);
    }

    /// <summary>The probabilities of the classes for each of some rows: the softmax of the scores.</summary>
    /// <inheritdoc cref="Scores(Vector, Matrix)"/>
    public Matrix Probabilities(Vector parameters, Matrix features)
    {
        var scores = Scores(parameters, features);
        return Matrix.FromRows(
            Enumerable.Range(0, scores.Rows).Select(i => Elementary.Softmax(Vector.Create(scores.Row(i)))));
    }

    /// <summary>The most likely class of each of some rows; the lowest among equals.</summary>
    /// <returns>One class per row of the features.</returns>
    /// <inheritdoc cref="Scores(Vector, Matrix)"/>
    public Vector Predict(Vector parameters, Matrix features)
    {
        var scores = Scores(parameters, features);
        return Vector.From(Enumerable.Range(0, scores.Rows)
            .Select(i => (double)Enumerable.Range(0, Classes).MaxBy(k => scores[i, k])));
    }

    /// <summary>The number of classes, of samples and of features.</summary>
    public override string ToString() => Guard.Text($"softmax of {Classes} classes on {Data}");

    // The matrix diag(p) − p pᵀ has no row whose entries add up to more than 2 p (1 − p) in size.
    private protected override double LossCurvature => 0.5;

    private protected override double EvaluateData(
        ReadOnlySpan<double> parameters, RowSet rows, Span<double> gradient) =>
        Sum(parameters, rows, gradient, default(SoftmaxGradient));

    private protected override Risk MeanOver(Dataset data, ISmoothPenalty? penalty) =>
        new SoftmaxRisk(data, Classes, penalty, Reduction.Mean, HasBias, MaxDegreeOfParallelism);

    private protected override IHessian DataHessianAt(Vector parameters)
    {
        var probabilities = new double[checked(Lanes.Padded(Data.Count) * Classes)];
        Sum(parameters, new SoftmaxRecord(probabilities));
        return new SoftmaxHessian(this, new SoftmaxProduct(probabilities, Classes));
    }

    /// <summary>What a phase makes of all rows: the gradient is the sum of the multiplied rows.</summary>
    internal Evaluation Sum<TPhase>(Vector parameters, TPhase phase)
        where TPhase : struct, IClassPhase
    {
        var gradient = new double[Dimension];
        var loss = Sum(parameters.AsSpan(), RowSet.All(Data.Count), gradient, phase);
        return new(loss, Vector.Own(gradient));
    }

    private double Sum<TPhase>(
        ReadOnlySpan<double> parameters, RowSet rows, Span<double> gradient, TPhase phase)
        where TPhase : struct, IClassPhase
    {
        var features = Data.FeatureCount;
        var stride = Data.Features.Store.Stride;
        using var sum = new SoftmaxSum<TPhase>(this, parameters, rows, phase);
        using var room = SpanOwner<double>.Allocate(
            SoftmaxTotal.Length(Classes, stride), ScratchPool.Of(SoftmaxTotal.Length(Classes, stride)));
        var total = new SoftmaxTotal(room.Span, Classes, stride);
        sum.Fill(room.Span, MaxDegreeOfParallelism);
        var divisor = DivisorOf(rows.Count);
        for (var k = 0; k < Classes; k++)
        {
            var row = gradient.Slice(k * RowLength, RowLength);
            RiskTotal.Divide(total.Gradient(k)[..features], divisor, row[..features]);
            if (HasBias)
                row[features] = (total.Slope(k) + 0.0) / divisor;
        }

        return total.Loss / divisor;
    }

    private Vector ScoresOf(int k, Vector parameters, Matrix features)
    {
        var row = parameters[(k * RowLength)..((k + 1) * RowLength)];
        var bias = HasBias ? row[^1] : 0;
        return features.Multiply(HasBias ? row[..^1] : row).Map(score => score + bias);
    }


    private void CheckTargets()
    {
        for (var i = 0; i < Data.Count; i++)
        {
            var target = Data.Targets[i];
            if (!(target >= 0 && target < Classes && target == Math.Floor(target)))
            {
                throw new ArgumentException(
                    Guard.Text($"The target of row {i} is {target}, which is no class; ")
                    + Guard.Text($"number the classes 0, 1, …, {Classes - 1}."),
                    "data");
            }
        }
    }
}
