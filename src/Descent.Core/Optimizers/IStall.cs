namespace Descent;

/// <summary>A memory that knows whether a further step can be taken.</summary>
/// <remarks>For minimizers: what it says is <see cref="IState.Stall"/>, and ends a run.</remarks>
public interface IStall
{
    /// <summary>Why no further step can be taken; <see cref="Stall.None"/> while one can.</summary>
    Stall Stall { get; }
}
