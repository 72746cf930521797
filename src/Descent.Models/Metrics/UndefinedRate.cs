namespace Descent.Models;

/// <summary>What a mean over classes makes of a class whose rate is 0/0.</summary>
public enum UndefinedRate
{
    /// <summary>It counts as 0: what is never predicted has no precision.</summary>
    CountsAsZero,

    /// <summary>The class is left out; where all are, the mean is NaN.</summary>
    IsLeftOut,
}
