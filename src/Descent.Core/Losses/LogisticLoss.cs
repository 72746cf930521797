using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>log(1 + eˢ) − y s, with nothing that cancels.</summary>
internal sealed class LogisticLoss : BlockLoss
{
    public override double SecondDerivative(double score, double target) =>
        Elementary.Sigmoid(score) * Elementary.Sigmoid(-score);

    public override bool Accepts(double target) => target is >= 0 and <= 1;

    public override void Evaluate(
        Vector512<double> scores,
        Vector512<double> targets,
        int count,
        out Vector512<double> values,
        out Vector512<double> derivatives)
    {
        var one = Vector512<double>.One;
        var small = Elementary.Exp(-Vector512.Abs(scores));         // e^−|s|, in (0, 1]
        var positive = Vector512.GreaterThan(scores, Vector512<double>.Zero);

        // The part of the line that the softplus approaches: (1 − y) s on the right, −y s on the left.
        var line = Vector512.ConditionalSelect(positive, one - targets, -targets) * scores;
        values = Elementary.Log1p(small) + line;

        // sigmoid(s) − y as (1 − y) sigmoid(s) − y sigmoid(−s): exact for y = 0 and 1 in both tails.
        var near = one / (one + small);
        var far = small / (one + small);
        var rising = Vector512.ConditionalSelect(positive, near, far);
        var falling = Vector512.ConditionalSelect(positive, far, near);
        derivatives = ((one - targets) * rising) - (targets * falling);
    }
}
