namespace Descent;

public static partial class Elementary
{
    private const double PiHigh = Math.PI;
    private const double PiLow = 1.2246467991473532e-16;
    private const double HalfPiSquaredHigh = 4.934802200544679;
    private const double HalfPiSquaredLow = 3.1326477543698557e-16;

    /// <summary>The cosine of π·x.</summary>
    /// <remarks>
    /// Exact where the value is: 1 at even integers, -1 at odd ones, +0 half-way between. Even in x;
    /// infinite x gives NaN. The period is removed exactly, so the bound holds for every finite x.
    /// Error below 0.7 ulp. Method: reduction to [0, ¼] and a polynomial for the cosine or the sine, the
    /// leading terms in two parts.
    /// </remarks>
    public static double CosPi(double x)
    {
        if (!double.IsFinite(x))
        {
            return double.NaN;
        }

        var turn = Math.Abs(x) % 2;
        turn = turn <= 1 ? turn : 2 - turn;
        return turn <= 0.5 ? CosPiOfHalf(turn) : -CosPiOfHalf(1 - turn);
    }

    /// <summary>cos(π·a) for a in [0, ½].</summary>
    private static double CosPiOfHalf(double a) => a <= 0.25 ? CosPiOfQuarter(a) : SinPiOfQuarter(0.5 - a);

    private static double CosPiOfQuarter(double a)
    {
        var z = a * a;
        var zLow = Math.FusedMultiplyAdd(a, a, -z);
        var p = Math.FusedMultiplyAdd(z, -0.00010383432148459687, 0.0019295178624859266);
        p = Math.FusedMultiplyAdd(z, p, -0.025806889561764343);
        p = Math.FusedMultiplyAdd(z, p, 0.23533063033212023);
        p = Math.FusedMultiplyAdd(z, p, -1.335262768854446);
        p = Math.FusedMultiplyAdd(z, p, 4.0587121264167685);

        var drop = HalfPiSquaredHigh * z;
        var dropLow = Math.FusedMultiplyAdd(HalfPiSquaredHigh, z, -drop)
            + (HalfPiSquaredLow * z) + (HalfPiSquaredHigh * zLow);
        var high = 1 - drop;
        return high + (((1 - high) - drop) + Math.FusedMultiplyAdd(z * z, p, -dropLow));
    }

    private static double SinPiOfQuarter(double b)
    {
        var z = b * b;
        var p = Math.FusedMultiplyAdd(z, -2.1742067342478005e-05, 0.0004662879326147481);
        p = Math.FusedMultiplyAdd(z, p, -0.0073704303122948235);
        p = Math.FusedMultiplyAdd(z, p, 0.08214588659727676);
        p = Math.FusedMultiplyAdd(z, p, -0.5992645293206478);
        p = Math.FusedMultiplyAdd(z, p, 2.550164039877345);
        p = Math.FusedMultiplyAdd(z, p, -5.16771278004997);

        var high = PiHigh * b;
        var low = Math.FusedMultiplyAdd(PiHigh, b, -high) + (PiLow * b);
        return high + Math.FusedMultiplyAdd(b * z, p, low);
    }
}
