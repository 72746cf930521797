namespace Descent;

/// <summary>What every state of a training run tells, whatever its optimizer remembers.</summary>
public interface IState
{
    /// <summary>How many steps led here from the start, which is step 0.</summary>
    long Step { get; }

    /// <summary>The parameters.</summary>
    Vector Parameters { get; }

    /// <summary>How many evaluations of the objective led here, this state's own included.</summary>
    long Evaluations { get; }

    /// <summary>The loss at these parameters; with mini-batches, of the batch this step sees.</summary>
    double Loss { get; }

    /// <summary>The gradient at these parameters; with mini-batches, of the batch this step sees.</summary>
    Vector Gradient { get; }

    /// <summary>How far from stationary: the Euclidean norm of the gradient.</summary>
    /// <remarks>
    /// Of a minimizer of an objective with kinks, what its memory says; see <see cref="IOptimality"/>.
    /// </remarks>
    double Optimality { get; }

    /// <summary>Whether loss, gradient and parameters are all finite numbers: false ends a run.</summary>
    bool IsFinite { get; }

    /// <summary>Why a minimizer can go no further; any but <see cref="Stall.None"/> ends a run.</summary>
    Stall Stall => Stall.None;

    /// <summary>Whether a run goes on from here: it is finite, and its minimizer not stalled.</summary>
    bool CanGoOn => IsFinite && Stall == Stall.None;

    /// <summary>Whether <see cref="Optimality"/> is at most a tolerance; never where it is NaN.</summary>
    /// <remarks>
    /// On mini-batches this asks about one batch, which may be fitted long before the data are. There, judge
    /// the full objective: <c>EveryEpoch().Until(s => batches.Evaluate(s.Parameters).Gradient.Norm &lt;=
    /// tolerance)</c>.
    /// </remarks>
    /// <param name="tolerance">Finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="tolerance"/> is not in its range.
    /// </exception>
    bool Converged(double tolerance);
}
