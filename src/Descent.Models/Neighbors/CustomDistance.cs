namespace Descent.Models;

/// <summary>A user's function.</summary>
/// <param name="Function">The distance of two rows.</param>
internal sealed record CustomDistance(Func<Vector, Vector, double> Function) : Distance
{
    internal override bool IsOfDifferences => false;

    public override string ToString() => "Distance.From(…)";

    internal override double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int count)
    {
        var (first, second) = (Vector.Create(x[..count]), Vector.Create(y[..count]));
        var distance = Function(first, second);
        return distance >= 0
            ? distance
            : throw new InvalidOperationException(
                Guard.Text($"The distance of {first} and {second} is {distance}; ")
                + "the function must give a number that is 0 or greater.");
    }
}
