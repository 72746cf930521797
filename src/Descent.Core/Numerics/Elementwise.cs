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

/// <summary>x · y.</summary>
internal readonly struct Product : IElementwise
{
    public Vector512<double> Apply(Vector512<double> x, Vector512<double> y) => x * y;

    public double Apply(double x, double y) => x * y;
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

/// <summary>factor · |x| + y, rounded once.</summary>
internal readonly struct ScaledSizeSum(double factor) : IElementwise
{
    public Vector512<double> Apply(Vector512<double> x, Vector512<double> y) =>
        Vector512.FusedMultiplyAdd(Vector512.Abs(x), Vector512.Create(factor), y);

    public double Apply(double x, double y) => Math.FusedMultiplyAdd(Math.Abs(x), factor, y);
}

/// <summary>x − (factor · y), rounded twice.</summary>
internal readonly struct Descended(double factor) : IElementwise
{
    public Vector512<double> Apply(Vector512<double> x, Vector512<double> y) => x - (y * factor);

    public double Apply(double x, double y) => x - (y * factor);
}

/// <summary>x with no sign at zero.</summary>
internal readonly struct Unsigned : IElementwise
{
    public Vector512<double> Apply(Vector512<double> x, Vector512<double> y) => x + Vector512<double>.Zero;

    public double Apply(double x, double y) => x + 0.0;
}

/// <summary>x / divisor, with no sign at zero.</summary>
internal readonly struct UnsignedQuotient(double divisor) : IElementwise
{
    public Vector512<double> Apply(Vector512<double> x, Vector512<double> y) =>
        (x + Vector512<double>.Zero) / divisor;

    public double Apply(double x, double y) => (x + 0.0) / divisor;
}

/// <summary>x + factor · (strength · y), each rounded.</summary>
internal readonly struct RidgeSum(double strength, double factor) : IElementwise
{
    public Vector512<double> Apply(Vector512<double> x, Vector512<double> y) => x + (factor * (strength * y));

    public double Apply(double x, double y) => x + (factor * (strength * y));
}

/// <summary>x moved towards 0 by at most a width, NaN where x is NaN.</summary>
internal readonly struct Thresholded(double width) : IElementwise
{
    public Vector512<double> Apply(Vector512<double> x, Vector512<double> y) =>
        Of(x, Vector512.Create(width));

    public double Apply(double x, double y) => Of(x, width);

    public static Vector512<double> Of(Vector512<double> x, Vector512<double> width)
    {
        var size = Vector512.Abs(x) - width;
        var kept = Vector512.ConditionalSelect(
            Vector512.LessThanOrEqual(size, Vector512<double>.Zero), Vector512<double>.Zero, size);
        return Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<double>.Zero), -kept, kept)
            + Vector512<double>.Zero;
    }

    public static double Of(double x, double width)
    {
        var size = Math.Abs(x) - width;
        var kept = size <= 0 ? 0 : size;
        return (x < 0 ? -kept : kept) + 0.0;
    }
}

/// <summary>factor · x² + y, x² rounded by itself.</summary>
internal readonly struct ScaledSquareSum(double factor) : IElementwise
{
    public Vector512<double> Apply(Vector512<double> x, Vector512<double> y) =>
        Vector512.FusedMultiplyAdd(x * x, Vector512.Create(factor), y);

    public double Apply(double x, double y) => Math.FusedMultiplyAdd(x * x, factor, y);
}
