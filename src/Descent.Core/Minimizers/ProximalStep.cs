namespace Descent;

/// <summary>What a search for a proximal step found.</summary>
/// <param name="Parameters">Where the step ends; where it began if none was found.</param>
/// <param name="Smooth">f and ∇f there.</param>
/// <param name="Rate">η of the step.</param>
/// <param name="NextRate">η that the next step tries first.</param>
/// <param name="Stall">Why no step was found; <see cref="Stall.None"/> where one was.</param>
/// <param name="Evaluations">How often the objective was asked.</param>
internal readonly record struct ProximalStep(
    Vector Parameters, Evaluation Smooth, double Rate, double NextRate, Stall Stall, int Evaluations);
