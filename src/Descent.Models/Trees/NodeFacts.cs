namespace Descent.Models;

/// <summary>What the rows of a node say before it is known whether it is split.</summary>
/// <param name="Units">The units that they count.</param>
/// <param name="Impurity">By the criterion.</param>
/// <param name="Prediction">The class or the target.</param>
/// <param name="ClassUnits">The units of each class; empty in regression.</param>
internal readonly record struct NodeFacts(
    long Units, double Impurity, double Prediction, long[] ClassUnits);
