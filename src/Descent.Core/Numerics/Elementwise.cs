using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>One operation on two entries, in eight lanes and in one, with equal bits.</summary>
internal interface IElementwise
{
    Vector512<double> Apply(Vector512<double> x, Vector512<double> y);

    double Apply(double x, double y);
}

/// <summary>x + y.</summary>
internal readonly struct Sum : IElementwise
{
    public Vector512<double> Apply(Vector512<double> x, Vector512<double> y) => x + y;

    public double Apply(double x, double y) => x + y;
}

/// <summary>x − y.</summary>
internal readonly struct Difference : IElementwise
{
    public Vector512<double> Apply(Vector512<double> x, Vector512<double> y) => x - y;

    public double Apply(double x, double y) => x - y;
}

/// <summary>factor · x.</summary>
internal readonly struct Scaled(double factor) : IElementwise
{
    public Vector512<double> Apply(Vector512<double> x, Vector512<double> y) => x * factor;

    public double Apply(double x, double y) => x * factor;
}

/// <summary>x / divisor.</summary>
internal readonly struct Divided(double divisor) : IElementwise
{
    public Vector512<double> Apply(Vector512<double> x, Vector512<double> y) => x / divisor;

    public double Apply(double x, double y) => x / divisor;
}

/// <summary>factor · x + y, rounded once.</summary>
internal readonly struct ScaledSum(double factor) : IElementwise
{
    public Vector512<double> Apply(Vector512<double> x, Vector512<double> y) =>
        Vector512.FusedMultiplyAdd(x, Vector512.Create(factor), y);

    public double Apply(double x, double y) => Math.FusedMultiplyAdd(x, factor, y);
}
