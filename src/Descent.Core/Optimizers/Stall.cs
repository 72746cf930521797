namespace Descent;

/// <summary>Why a minimizer can take no further step from a state.</summary>
/// <remarks>A numerical outcome, and so a value: the state that has it is the last of its run.</remarks>
public enum Stall
{
    /// <summary>It can.</summary>
    None,

    /// <summary>The state is stationary to the last bit: its optimality is 0.</summary>
    Stationary,

    /// <summary>The direction of the step does not lead down, whatever its length.</summary>
    NoDescent,

    /// <summary>No lower loss can be told from this one: rounding hides what is left.</summary>
    NoLowerLoss,

    /// <summary>As many steps as permitted were tried, and none was acceptable.</summary>
    TooManyTrials,

    /// <summary>The loss, the gradient or the step is no number wherever it was tried.</summary>
    NotFinite,

    /// <summary>The loss falls as far as was tried: it seems to have no minimum.</summary>
    Unbounded,
}
