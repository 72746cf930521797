namespace Descent;

/// <summary>In which order mini-batches take the rows.</summary>
public enum Sampling
{
    /// <summary>Every row once an epoch, in an order drawn anew for each epoch.</summary>
    Shuffled,

    /// <summary>Every row once an epoch, in file order.</summary>
    Sequential,

    /// <summary>Each place of each batch drawn from all rows, independently.</summary>
    WithReplacement,
}
