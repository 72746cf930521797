namespace Descent.Properties;

/// <summary>A bowl within bounds, its minimum found by trying every set of active bounds.</summary>
internal static class BoxedBowl
{
    /// <summary>Bounds drawn from a seed: none, one, two, or two that are equal.</summary>
    public static Box Box(int dimension, Seed seed)
    {
        var (lower, upper) = (new double[dimension], new double[dimension]);
        for (var i = 0; i < dimension; i++)
        {
            var (a, b) = (5 * seed.Normal(2 * i), 5 * seed.Normal((2 * i) + 1));
            var kind = seed.Derive(1).Integer(i, 6);
            lower[i] = kind is 0 or 1 ? double.NegativeInfinity : Math.Min(a, b);
            upper[i] = kind is 0 or 2 ? double.PositiveInfinity : kind is 3 ? lower[i] : Math.Max(a, b);
        }

        return new Box(Vector.Of(lower), Vector.Of(upper));
    }

    /// <summary>The lowest of the minima of all faces that are inside.</summary>
    public static Vector Minimum(Bowl bowl, Box box)
    {
        var (best, lowest) = (Vector.Zeros(0), double.PositiveInfinity);
        for (var code = 0; code < Math.Pow(3, bowl.Dimension); code++)
        {
            if (OnFace(bowl, box, code) is not { } point)
                continue;

            // Rounding may put a minimum that is at a bound a little outside.
            var inside = box.Project(point);
            var loss = bowl.Evaluate(inside).Loss;
            if ((point - inside).Norm <= 1e-12 * (1 + point.Norm) && loss < lowest)
                (best, lowest) = (inside, loss);
        }

        return best;
    }

    /// <summary>The minimum where each digit of a code puts a coordinate: 0 free, 1 lower, 2 upper.</summary>
    private static Vector? OnFace(Bowl bowl, Box box, int code)
    {
        var digits = Enumerable.Range(0, bowl.Dimension)
            .Select(i => code / (int)Math.Pow(3, i) % 3).ToArray();
        var fixedAt = digits.Select((digit, i) => digit switch
        {
            0 => bowl.Center[i],
            1 => box.Lower[i],
            _ => box.Upper[i],
        }).ToArray();
        if (!Array.TrueForAll(fixedAt, double.IsFinite))
            return null;

        // A (x − c) = 0 in the free coordinates, and x − c known in the others.
        var free = Enumerable.Range(0, bowl.Dimension).Where(i => digits[i] == 0).ToArray();
        var away = Vector.Of(fixedAt) - bowl.Center;
        if (free.Length == 0)
            return Vector.Of(fixedAt);

        var right = bowl.A.Multiply(away);
        var rows = Matrix.From(free.Length, free.Length, (j, k) => bowl.A[free[j], free[k]]);
        var solved = NormalEquations.LeastSquares(
            new Dataset(rows, Vector.From(free.Select(i => -right[i]))), bias: false);
        for (var k = 0; k < free.Length; k++)
            fixedAt[free[k]] = bowl.Center[free[k]] + solved[k];
        return Vector.Of(fixedAt);
    }
}
