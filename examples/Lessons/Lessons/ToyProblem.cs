using System.Collections.Immutable;
using Descent;
using Descent.Models;

namespace Lessons;

/// <summary>Two classes of points in the plane, and four methods to tell them apart.</summary>
/// <param name="Name">What the shape is called.</param>
/// <param name="Data">The points.</param>
public sealed record ToyProblem(string Name, Dataset Data)
{
    private const int Count = 240;

    /// <summary>A straight line, a bent one, a vote of neighbours, and a tree of questions.</summary>
    public static ImmutableArray<Method> Methods { get; } =
    [
        new("logistic", Prepare.Standardize().Then(new LogisticRegression(new Ridge(0.001)))),
        new("logistic, degree 3", Prepare.Standardize()
            .Then(Prepare.Polynomial(3))
            .Then(Prepare.Standardize())
            .Then(new LogisticRegression(new Ridge(0.001)))),
        new("7-NN", Prepare.Standardize().Then(new KNearestClassifier(7))),
        new("tree", new CartClassifier(MinLeafSize: 4)),
    ];

    /// <summary>From where a line is the best there is to where it is lost.</summary>
    public static ImmutableArray<ToyProblem> All { get; } =
    [
        new("blobs", ToyData.Blobs(Count, classes: 2, spread: 1, distance: 3, seed: 1)),
        new("moons", ToyData.Moons(Count, noise: 0.2, seed: 2)),
        new("circles", ToyData.Circles(Count, noise: 0.1, seed: 3)),
        new("xor", ToyData.Xor(Count, noise: 0.35, seed: 4)),
        new("spirals", ToyData.Spirals(Count, noise: 0.02, seed: 5)),
    ];

    /// <summary>The methods' scores on ten parts, each by a model of the other nine.</summary>
    public Comparison Scores { get; } =
        Method.Compare(Data.StratifiedKFold(10, seed: 7), Methods);

    /// <summary>The scores of one method.</summary>
    public CrossValidation Score(string method) => Scores.Candidates.Single(one => one.Name == method);
}
