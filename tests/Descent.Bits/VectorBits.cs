using Descent.Properties;

namespace Descent.Bits;

/// <summary>Vectors of many lengths, matrices of one chunk of rows and more, least squares.</summary>
internal static class VectorBits
{
    private static readonly int[] Lengths = [.. Enumerable.Range(0, 41), 1000, 4099];

    private static readonly (int Rows, int Columns)[] Shapes = [(1, 1), (7, 3), (257, 17), (1281, 8)];

    public static IEnumerable<(string Name, string Hash)> All()
    {
        yield return ("vector.dot", Each((x, y) => [x.Dot(y)]));
        yield return ("vector.sum", Each((x, y) => [x.Sum()]));
        yield return ("vector.norm", Each((x, y) => [x.Norm, x.Norm1, x.NormInf]));
        yield return ("vector.norm.scaled", Each((x, y) => [(1e200 * x).Norm, (1e-200 * y).Norm]));
        yield return ("vector.multiply-add", Each((x, y) => x.MultiplyAdd(1.0 / 3, y)));
        yield return ("vector.space", Each((x, y) => (x / 3) - (0.1 * y)));
        yield return ("matrix.multiply", BitHash.Of(Shapes.SelectMany(
            s => UglyNumbers.Matrix(s.Rows, s.Columns, 1).Multiply(UglyNumbers.Vector(s.Columns, 2)))));
        yield return ("matrix.transpose-multiply", BitHash.Of(Shapes.SelectMany(
            s => UglyNumbers.Matrix(s.Rows, s.Columns, 1).TransposeMultiply(UglyNumbers.Vector(s.Rows, 2)))));
        yield return ("least-squares", BitHash.Of(
            LeastSquares.Solve(UglyNumbers.Matrix(40, 9, 1), UglyNumbers.Vector(40, 2)).Coefficients));
    }

    private static string Each(Func<Vector, Vector, Vector> function) =>
        BitHash.Of(Lengths.SelectMany(n => function(UglyNumbers.Vector(n, 1), UglyNumbers.Vector(n, 2))));
}
