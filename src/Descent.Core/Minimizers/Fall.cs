namespace Descent;

/// <summary>By how much the loss falls along a step, as far as rounding lets it be told.</summary>
/// <param name="Value">f₀ − f₁; from the gradients where it is hidden; NaN where f₁ is no number.</param>
/// <param name="IsHidden">Whether the losses are so near that rounding may have made the difference.</param>
/// <param name="Rounding">What rounding may hide.</param>
internal readonly record struct Fall(double Value, bool IsHidden, double Rounding)
{
    /// <summary>The fall from one evaluation to another.</summary>
    /// <remarks>The mean slope is that of a parabola exactly, and off by the third order elsewhere.</remarks>
    public static Fall Of(Evaluation from, Evaluation to, Vector step)
    {
        var rounding = LineSearch.Hidden(from.Loss);
        if (!to.IsFinite)
            return new(double.NaN, false, rounding);

        var fall = from.Loss - to.Loss;
        return Math.Abs(fall) > rounding
            ? new(fall, false, rounding)
            : new(-0.5 * (from.Gradient.Dot(step) + to.Gradient.Dot(step)), true, rounding);
    }

    /// <summary>Whether the loss falls, or where that is hidden the gradient becomes smaller.</summary>
    public bool IsProgress(Func<double> sizeBefore, Func<double> sizeAfter) =>
        Value > 0 && (!IsHidden || sizeAfter() < sizeBefore());

    /// <summary>Whether a shorter step would gain nothing either.</summary>
    public bool IsLastOf(double predicted) => IsHidden && predicted <= 16 * Rounding;
}
