namespace Descent;

/// <summary>How far parameters are above the minimum at most, proven by a dual point.</summary>
/// <remarks>
/// <para>The objective is <c>P(w, b) = s Σ cᵢ ℓ(w·xᵢ + b, yᵢ) + Σ l₁ⱼ |wⱼ| + ½ Σ l₂ⱼ wⱼ²</c>, s being 1 / Σ
/// cᵢ for a mean and 1 for a sum. For any slopes u with <c>Σ cᵢ uᵢ = 0</c> (where there is a bias, which is
/// free) and <c>v = s Σ cᵢ uᵢ xᵢ</c>, the minimum is at least
/// <c>D(u) = − s Σ cᵢ ℓ*(uᵢ, yᵢ) − Σ g*ⱼ(vⱼ)</c> (Fenchel 1949; Rockafellar 1970, §31). Here u are the
/// losses' slopes at the parameters, made to sum to 0 and scaled until |vⱼ| ≤ l₁ⱼ wherever l₂ⱼ is 0 (Mairal
/// 2010). At the minimum the gap is 0.</para>
/// <para>Losses: <see cref="Loss.Squared"/>, <see cref="Loss.HalfSquared"/>, <see cref="Loss.Logistic"/>,
/// <see cref="Loss.Hinge"/>, <see cref="Loss.SquaredHinge"/>. Penalties: <see cref="L2"/> in the risk and
/// <see cref="L1"/> or <see cref="ElasticNet"/> beside it, with factors too; every weight must be
/// penalised.</para>
/// <para>The gap is summed as terms that are each at least 0, not as a difference of two sums, and widened by
/// a bound of what rounding may have done: sums over N rows by <c>(min(N, 256) + log₂ N + n/8 + 16) ε/2</c>
/// of their sizes. So it stays true to the last digit, and ends near 1e-13 of the objective and not at 0. Sum
/// instead of mean multiplies it by N; a weight of 2 is the row twice.</para>
/// <para>It takes two passes over the rows, and one more the first time a dataset is asked about.</para>
/// </remarks>
public static class DualityGap
{
    /// <summary>The certificate of parameters.</summary>
    /// <param name="risk">The smooth part: the data's loss, and perhaps a ridge penalty.</param>
    /// <param name="parameters">The weights, then the bias.</param>
    /// <param name="penalty">The penalty beside it, if there is one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="risk"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The length is not <see cref="Risk.Dimension"/>, the loss or a penalty is not one of those above, there
    /// is not one factor per weight, or a weight is not penalised.
    /// </exception>
    public static Certificate At(EmpiricalRisk risk, Vector parameters, IProximalPenalty? penalty = null)
    {
        var problem = DualProblem.Of(Guard.NotNull(risk), penalty);
        Guard.SameLength(
            parameters.Count, risk.Dimension, "the parameters of the risk", nameof(parameters));
        return problem.At(parameters);
    }
}
