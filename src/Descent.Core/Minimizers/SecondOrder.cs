namespace Descent;

/// <summary>What minimizers with second derivatives have in common.</summary>
internal static class SecondOrder
{
    /// <summary>Why no step from a state can begin.</summary>
    public static Stall StallOf(IState state) =>
        !state.IsFinite ? Stall.NotFinite
        : state.Gradient.NormInf is 0 ? Stall.Stationary
        : Stall.None;

    public static bool IsFinite(Matrix matrix)
    {
        for (var i = 0; i < matrix.Rows; i++)
        {
            if (!Kernels.AllFinite(matrix.Row(i)))
                return false;
        }

        return true;
    }

    /// <summary>The state at the point that was found, or the same again with its stall.</summary>
    public static State<TMemory> Next<TMemory>(
        State<TMemory> state, DescentSearch.Outcome found, TMemory memory) => state with
        {
            Step = state.Step + 1,
            Parameters = found.Point?.Parameters ?? state.Parameters,
            Evaluation = found.Point?.Evaluation ?? state.Evaluation,
            Memory = memory,
            Evaluations = state.Evaluations + found.Evaluations,
        };

    /// <summary>How exactly the next system is to be solved, as a share of its gradient.</summary>
    /// <remarks>
    /// <c>0.9 (‖g₁‖ / ‖g₀‖)²</c>, but not much less than the square of the last one where that was large:
    /// choice 2 of Eisenstat and Walker (1996), which keeps the convergence quadratic and solves no system
    /// more exactly than its parabola is true.
    /// </remarks>
    public static double NextForcing(double last, Vector gradient, Vector next, double greatest)
    {
        var share = next.Norm / gradient.Norm;
        var forcing = 0.9 * share * share;
        var safeguard = 0.9 * last * last;
        forcing = safeguard > 0.1 ? Math.Max(forcing, safeguard) : forcing;
        return forcing >= LeastForcing ? Math.Min(forcing, greatest) : Math.Min(LeastForcing, greatest);
    }

    // Below this it is rounding that decides.
    private const double LeastForcing = 1e-12;
}
