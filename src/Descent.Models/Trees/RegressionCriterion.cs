namespace Descent.Models;

/// <summary>How far the targets of a node are from its prediction.</summary>
public enum RegressionCriterion
{
    /// <summary>The mean squared difference from the mean: the population variance.</summary>
    SquaredError,

    /// <summary>The mean absolute difference from the median, which outliers move less.</summary>
    /// <remarks>Where two values share the middle, the median is their mean.</remarks>
    AbsoluteError,
}
