namespace Descent;

/// <summary>A risk whose loss is two lines that meet at a kink, and perhaps an L2 penalty.</summary>
/// <remarks>
/// <c>Σ ωᵢ max(pᵢ rᵢ, −qᵢ rᵢ) + ½ Σ Λⱼ θⱼ²</c> with the residuals r = k − X̃θ, k the kinks. Its dual has a
/// number a in [−q, p] for each sample, with <c>X̃ᵀ(ω a) = Λθ</c>.
/// </remarks>
internal sealed class KinkProblem
{
    private readonly DualProblem? _dual;

    private KinkProblem(EmpiricalRisk risk, SplitPenalty penalty)
    {
        var data = risk.Data;
        var isHinge = risk.Loss.Equals(Loss.Hinge);
        Risk = risk;
        var share = 1 / risk.DivisorOf(data.Count);
        Shares = data.IsWeighted ? share * data.Weights : share * Vector.Ones(data.Count);
        Kinks = Counted(data.Targets.Map(y => isHinge ? (2 * y) - 1 : y));
        Falling = Vector.From(data.Targets.Select(y => isHinge ? y : -risk.Loss.Derivative(-1, 0)));
        Rising = Vector.From(data.Targets.Select(y => isHinge ? 1 - y : risk.Loss.Derivative(1, 0)));
        Scale = Shares.Zip(Falling.Zip(Rising, Math.Max), (c, slope) => c * slope).Dot(Kinks.Map(Math.Abs));
        var squares = data.Moments(risk.MaxDegreeOfParallelism).Squares;
        Lengths =
        [
            .. squares.Select(square => Math.Sqrt(share * square)),
            .. risk.HasBias ? (double[])[Math.Sqrt(Shares.Sum())] : [],
        ];
        Curvatures = [.. penalty.Square, .. risk.HasBias ? (double[])[0] : []];
        if (penalty.FirstFree() < 0 || isHinge)
        {
            _dual = DualProblem.Of(
                risk, isHinge ? DualLoss.Of(risk.Loss)! : DualLoss.OfQuantile(risk.Loss), null);
        }
    }

    public EmpiricalRisk Risk { get; }

    /// <summary>k, 0 where the sample does not count.</summary>
    public Vector Kinks { get; }

    /// <summary>p, by which the loss falls below its kink.</summary>
    public Vector Falling { get; }

    /// <summary>q, by which it rises above.</summary>
    public Vector Rising { get; }

    /// <summary>ω, what a sample counts.</summary>
    public Vector Shares { get; }

    /// <summary>Λ, 0 for the bias.</summary>
    public double[] Curvatures { get; }

    /// <summary>√(Σ ωᵢ x̃ᵢⱼ²) of each column.</summary>
    public double[] Lengths { get; }

    /// <summary>About the loss of a score of 0: what rounding is a share of where the loss is 0.</summary>
    public double Scale { get; }

    public bool IsPenalised => Curvatures.Any(x => x > 0);

    /// <exception cref="ArgumentException">The loss or the penalty is of another kind.</exception>
    public static KinkProblem Of(EmpiricalRisk risk)
    {
        if (!IsKnown(risk.Loss))
        {
            throw new ArgumentException(
                $"InteriorPoint minimizes the losses Hinge, Absolute and Quantile; this is {risk.Loss}. "
                + "LBfgs and Newton minimize smooth ones.",
                nameof(risk));
        }

        return new(risk, SplitPenalty.Of(risk, null) ?? throw new ArgumentException(
            $"InteriorPoint takes a risk with an L2 penalty or none; this has {risk.Penalty}.",
            nameof(risk)));
    }

    /// <summary>r = k − X̃θ, 0 where the sample does not count.</summary>
    public Vector Residuals(Vector parameters) => Counted(Kinks - Risk.Scores(parameters));

    /// <summary>X̃ᵀ(ω x).</summary>
    public Vector Pull(Vector values)
    {
        var shared = Shares.Combine(values, default(Product), nameof(values));
        var weights = Risk.Data.Features.TransposeMultiply(shared);
        return Risk.HasBias ? [.. weights, shared.Sum() + 0.0] : weights;
    }

    /// <summary>X̃θ for any direction θ.</summary>
    public Vector Scores(Vector direction) => Risk.Scores(direction);

    /// <summary>X̃ᵀ diag(ω d) X̃ + Λ.</summary>
    public Matrix Curved(Vector curvatures)
    {
        var n = Curvatures.Length;
        var entries = new double[checked(n * n)];
        WeightedGram.Write(
            Risk.Data.Features,
            Shares.Combine(curvatures, default(Product), nameof(curvatures)),
            Risk.HasBias,
            Risk.MaxDegreeOfParallelism,
            entries,
            n);
        for (var j = 0; j < n; j++)
            entries[(j * n) + j] += Curvatures[j];
        return Matrix.Fill(n, n, (i, row) => entries.AsSpan(i * n, n).CopyTo(row));
    }

    /// <summary>How far parameters are above the minimum at most, by dual numbers in their bounds.</summary>
    public Certificate Certify(Vector parameters, double loss, Vector dual)
    {
        var scores = Risk.Scores(parameters);
        return !double.IsFinite(loss) || !scores.IsFinite || !dual.IsFinite
            ? new(loss, double.PositiveInfinity)
            : _dual is null
                ? FreeGap.At(this, parameters, loss, dual)
                : _dual.At(parameters, loss, scores, (-dual).AsSpan().ToArray());
    }

    private Vector Counted(Vector values) =>
        Risk.Data.IsWeighted ? values.Zip(Shares, (x, c) => c is 0 ? 0 : x) : values;

    private static bool IsKnown(ILoss loss)
    {
        if (loss.Equals(Loss.Hinge) || loss.Equals(Loss.Absolute))
            return true;
        var tau = loss is BlockLoss ? -loss.Derivative(-1, 0) : 0;
        return tau is > 0 and < 1 && loss.Equals(Loss.Quantile(tau));
    }
}
