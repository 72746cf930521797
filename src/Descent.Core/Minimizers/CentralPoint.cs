namespace Descent;

/// <summary>A primal and a dual point of <see cref="InteriorPoint"/>, both away from their bounds.</summary>
/// <remarks>
/// Each sample has a residual, its kink less its score, which at the end is <c>Above − Below</c>, and a slope
/// −a of its loss, with <c>Upper</c> and <c>Lower</c> the ways from a to its bounds. All four are greater
/// than 0 and the products Above · Upper and Below · Lower go to 0. Of samples with weight 0 all are 0.
/// </remarks>
/// <param name="Parameters">The weights, then the bias; the state has the best so far.</param>
/// <param name="Above">What the residual is above 0, and more, one for each row.</param>
/// <param name="Below">What the residual is below 0, and more, one for each row.</param>
/// <param name="Upper">How far a is below its upper bound, one for each row.</param>
/// <param name="Lower">How far a is above its lower bound, one for each row.</param>
public sealed record CentralPoint(Vector Parameters, Vector Above, Vector Below, Vector Upper, Vector Lower);
