namespace Descent;

/// <summary>What <see cref="Fista"/> remembers.</summary>
/// <param name="Ahead">y, where the next step begins: the parameters themselves without momentum.</param>
/// <param name="Pace">t, from 1 after a restart growing by about ½ a step.</param>
/// <param name="Rate">η that the next step uses, or tries first.</param>
/// <param name="Optimality">‖x − prox(x − η ∇f(x))‖ / η, 0 exactly at a minimum of f + R.</param>
/// <param name="Stall">Why no further step can be taken.</param>
public sealed record FistaMemory(
    Vector Ahead, double Pace, double Rate, double Optimality, Stall Stall = Stall.None)
    : IOptimality, IStall
{
    /// <summary>Why no further step can be taken.</summary>
    public Stall Stall { get; init => field = Guard.Defined(value, nameof(Stall)); } = Guard.Defined(Stall);
}
