namespace Descent.Benchmarks;

/// <summary>The loop that a C# user would write.</summary>
internal sealed class PlainLine(Problem problem) : ILineRival
{
    private readonly double[] _x = problem.Features;
    private readonly double[] _y = problem.Targets;

    /// <inheritdoc/>
    public string Name => Names.PlainLoop;

    /// <inheritdoc/>
    public double Descend(int evaluations, double rate)
    {
        var (slope, intercept, loss) = (0.0, 0.0, 0.0);
        for (var k = 0; k < evaluations; k++)
        {
            (loss, var bySlope, var byIntercept) = Evaluate(slope, intercept);
            slope -= rate * bySlope;
            intercept -= rate * byIntercept;
        }

        return loss;
    }

    private (double Loss, double BySlope, double ByIntercept) Evaluate(double slope, double intercept)
    {
        var (loss, bySlope, byIntercept) = (0.0, 0.0, 0.0);
        for (var i = 0; i < _x.Length; i++)
        {
            var residual = (slope * _x[i]) + intercept - _y[i];
            loss += residual * residual / 2;
            bySlope += residual * _x[i];
            byIntercept += residual;
        }

        return (loss / _x.Length, bySlope / _x.Length, byIntercept / _x.Length);
    }
}
