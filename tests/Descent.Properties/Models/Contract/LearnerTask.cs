namespace Descent.Properties;

/// <summary>What targets a learner reads.</summary>
public enum LearnerTask
{
    /// <summary>Any number.</summary>
    Regression,

    /// <summary>0 and 1.</summary>
    TwoClasses,

    /// <summary>0, 1 and 2.</summary>
    ThreeClasses,
}
