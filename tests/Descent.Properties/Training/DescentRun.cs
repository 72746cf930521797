using Descent.Linq;

namespace Descent.Properties;

/// <summary>A run of gradient descent on a risk or on its batches, and how it is thinned.</summary>
/// <param name="Sample">The risk, and parameters of its dimension.</param>
/// <param name="Batches">What a step sees, by name.</param>
/// <param name="Objective">The risk or its batches.</param>
/// <param name="RateName">What a failure calls the rate.</param>
/// <param name="Rate">η.</param>
/// <param name="Start">Where the run begins.</param>
/// <param name="Skip">At which of its states it is resumed; 0 for a run from the start.</param>
/// <param name="Push">What the resumed state's gradient is multiplied by, as a user may.</param>
/// <param name="Every">How many steps lie between states shown.</param>
public sealed record DescentRun(
    RiskCase Sample,
    string Batches,
    IObjective Objective,
    string RateName,
    LearningRate Rate,
    Vector Start,
    int Skip,
    double Push,
    int Every)
{
    public Training<NoMemory> Run()
    {
        var rule = new GradientDescent(Rate);
        var whole = rule.Minimize(Objective, Start);
        if (Skip == 0)
            return whole;

        var at = whole.Take(Skip + 1).Last();
        var pushed = at.Evaluation with { Gradient = Push * at.Gradient };
        return rule.Resume(Objective, at.WithEvaluation(pushed));
    }

    public override string ToString() => FormattableString.Invariant(
        $"{Batches}, rate {RateName}, from {Start}, skip {Skip}, push {Push}, every {Every}, {Sample}");
}
