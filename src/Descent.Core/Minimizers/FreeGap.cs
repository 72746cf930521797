using System.Numerics;

namespace Descent;

/// <summary>A duality gap where nothing penalises some parameters, for answers of bounded size.</summary>
/// <remarks>
/// A free parameter bounds nothing unless the slopes balance exactly, which rounded sums never do. What is
/// left, ρ = X̃ᵀ(ω a), costs the bound at most Σ |ρⱼ| |θⱼ| at the θ it is compared with. That is charged for
/// every θ whose terms are, in root mean square, up to twice as large as the largest term or target here.
/// </remarks>
internal static class FreeGap
{
    private const double Reach = 2;

    public static Certificate At(KinkProblem problem, Vector parameters, double loss, Vector dual)
    {
        var data = problem.Risk.Data;
        var lengths = problem.Lengths;
        var rounding = RoundingOf(data.Count, parameters.Count);
        var size = Math.Sqrt(problem.Shares.Dot(dual.Map(a => a * a)));
        var largest = Enumerable.Range(0, parameters.Count)
            .Select(j => Math.Abs(parameters[j]) * lengths[j])
            .Append(problem.Kinks.NormInf * Math.Sqrt(problem.Shares.Sum()))
            .Max();

        var pull = problem.Pull(dual);
        var gap = SampleGap(problem, problem.Residuals(parameters), dual);
        for (var j = 0; j < parameters.Count; j++)
        {
            var error = size * lengths[j] * rounding;
            var wanted = problem.Curvatures[j] * parameters[j];
            var off = Math.Abs(pull[j] - wanted) + error + (2 * MachineEpsilon.Value * Math.Abs(wanted));
            gap += problem.Curvatures[j] > 0 ? off * off / (2 * problem.Curvatures[j])
                : lengths[j] > 0 ? off * ((Reach * largest / lengths[j]) + Math.Abs(parameters[j]))
                : 0;
            gap += 2 * rounding * size * Math.Abs(parameters[j]) * lengths[j];
        }

        var ofSums = (4 * rounding) + (data.Count * MachineEpsilon.Value);
        gap = (gap * (1 + ofSums)) + (rounding * Math.Abs(loss));
        return new(loss, double.IsNaN(gap) ? double.PositiveInfinity : gap);
    }

    /// <summary>Σ ωᵢ (ℓ(rᵢ) − aᵢ rᵢ), whose terms are at least 0.</summary>
    private static double SampleGap(KinkProblem problem, Vector residuals, Vector dual) =>
        problem.Shares.Dot(Vector.From(residuals.Select((r, i) => Math.Max(
            0, r > 0 ? (problem.Falling[i] - dual[i]) * r : (problem.Rising[i] + dual[i]) * -r))));

    private static double RoundingOf(int rows, int columns)
    {
        var depth = Math.Min(rows, RowTree.ChunkRows) + BitOperations.Log2((uint)rows + 1);
        return (depth + (columns / Lanes.Count) + 16) * (MachineEpsilon.Value / 2);
    }
}
