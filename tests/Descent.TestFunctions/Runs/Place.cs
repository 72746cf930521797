namespace Descent.TestFunctions;

/// <summary>Where a run ended, judged from the point alone.</summary>
public enum Place
{
    /// <summary>At a published minimum.</summary>
    Minimum,

    /// <summary>Where the gradient is all but 0, and no published minimum is.</summary>
    Stationary,

    /// <summary>Somewhere else.</summary>
    Elsewhere,

    /// <summary>Nowhere: an exception, and no point.</summary>
    Nothing,
}
