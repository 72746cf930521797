namespace Descent.Models;

/// <summary>From discriminants to classes.</summary>
internal static class Discriminant
{
    /// <summary>The class of the greatest number of each row, and of equal ones the lowest.</summary>
    public static Vector Classes(Matrix discriminants)
    {
        var classes = new double[discriminants.Rows];
        for (var i = 0; i < classes.Length; i++)
            classes[i] = Best(discriminants.Row(i));
        return Vector.Create(classes);
    }

    /// <summary>The place of the greatest number, and of equal ones the first.</summary>
    public static int Best(ReadOnlySpan<double> values)
    {
        var best = 0;
        for (var k = 1; k < values.Length; k++)
            if (values[k] > values[best])
                best = k;
        return best;
    }

    /// <summary>g_0 = 0 and g_1 = the score.</summary>
    public static Matrix OfTwoClasses(Vector scores) =>
        Matrix.From(scores.Count, 2, (i, k) => k == 0 ? 0 : scores[i]);
}
