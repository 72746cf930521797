namespace Descent;

/// <summary>Residuals and their Jacobian as what a memory holds.</summary>
/// <param name="Residuals">r, m entries.</param>
/// <param name="Slopes">The Jacobian, row by row.</param>
public sealed record Linearization(Vector Residuals, Vector Slopes)
{
    /// <summary>What an evaluation told.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="evaluation"/> is null.</exception>
    public static Linearization Of(ResidualEvaluation evaluation)
    {
        var jacobian = Guard.NotNull(evaluation).Jacobian;
        var slopes = new double[checked(jacobian.Rows * jacobian.Columns)];
        for (var i = 0; i < jacobian.Rows; i++)
            jacobian.Row(i).CopyTo(slopes.AsSpan(i * jacobian.Columns));
        return new(evaluation.Residuals, Vector.Own(slopes));
    }

    /// <summary>The Jacobian, m × n.</summary>
    internal Matrix Jacobian
    {
        get
        {
            var columns = Residuals.Count == 0 ? 0 : Slopes.Count / Residuals.Count;
            return Matrix.Fill(Residuals.Count, columns, (i, row) =>
                Slopes.AsSpan().Slice(i * columns, columns).CopyTo(row));
        }
    }

    /// <summary>The lengths of the Jacobian's columns.</summary>
    internal static Vector LengthsOf(Matrix jacobian) =>
        Vector.From(Enumerable.Range(0, jacobian.Columns).Select(j => jacobian.Column(j).Norm));
}
