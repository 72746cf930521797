using Descent.Linq;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(DomainGenerators)])]
public sealed class ResidualFitLaws
{
    [Property]
    public void Linear_residuals_are_fitted_in_one_step_by_Gauss_and_Newton_alike(Regression sample)
    {
        var (x, y) = (sample.Data.Features, sample.Data.Targets);
        var linear = Linear(x, y);
        var start = sample.Parameters[..^1];
        var gauss = new GaussNewton().Minimize(linear, start).ElementAt(1);
        var shortest = LeastSquares.Solve(x, y - x.Multiply(start));
        Assert.Equal(shortest.Rank, gauss.Memory.Rank);

        // The direction is right to rounding (LeastSquares), and so are the parameters, in units of both.
        var expected = start + shortest.Coefficients;
        var bound = 1e-12 * Math.Min(1e6, shortest.Condition) * (start.Norm + shortest.Coefficients.Norm);
        if (gauss.Stall == Stall.None)
            Assert.True((gauss.Parameters - expected).Norm <= bound, gauss.ToString());

        if (!shortest.IsUnique || shortest.Condition > 1e3)
            return;
        var risk = new EmpiricalRisk(
            new Dataset(x, y), Loss.HalfSquared, reduction: Reduction.Sum, bias: false);
        var newton = new Newton().Minimize(risk, start).ElementAt(1);
        Assert.True((newton.Parameters - expected).Norm <= 1e3 * bound);
    }

    [Property]
    public void Without_damping_Levenberg_and_Marquardt_step_as_Gauss_and_Newton_do(Regression sample)
    {
        var (x, y) = (sample.Data.Features, sample.Data.Targets);
        var start = sample.Parameters[..^1];
        var least = LeastSquares.Solve(x, y);
        if (!least.IsUnique || least.Condition > 1e3)
            return;
        var gauss = new GaussNewton().Minimize(Linear(x, y), start).ElementAt(1);
        foreach (var damping in new[] { 0, 1e-20 })
        {
            var free = new LevenbergMarquardt(damping).Minimize(Linear(x, y), start).ElementAt(1);
            var size = start.Norm + least.Coefficients.Norm;
            Assert.True((free.Parameters - gauss.Parameters).Norm <= 1e-9 * size);
        }
    }

    [Fact]
    public void Loss_and_gradient_are_those_of_half_the_squares()
    {
        var fit = Linear(Matrix.FromRows([1, 2], [3, 4], [0, 1]), [1, 2, 3], Vector.Of(1, 0, 4));
        var evaluation = fit.Evaluate([1, 1]);
        Assert.Equal(0.5 * ((2 * 2) + (4 * (-2) * (-2))), evaluation.Loss);
        Assert.Equal([2, 4 + (4 * -2)], evaluation.Gradient);
        Assert.Equal(GradientVerdict.Right, GradientCheck.Of(fit, [1, 1]).Verdict);
        Assert.Equal(3, fit.ResidualCount);
        Assert.Throws<ArgumentException>("parameters", () => fit.Evaluate([1]));
        Assert.Throws<ArgumentException>(
            "weights", () => Linear(Matrix.FromRows([1.0]), [1], Vector.Of(1, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "weights[0]", () => Linear(Matrix.FromRows([1.0]), [1], Vector.Of(-1)));
        Assert.Throws<InvalidOperationException>(
            () => Residuals.From(2, 1, x => x, _ => Matrix.FromRows([1, 2])).Evaluate([1, 2]));
    }

    [Fact]
    public void The_units_of_the_parameters_change_nothing()
    {
        // Powers of two: every state is the other's, its parameters in other units.
        var (plain, scaled) = (Decay(1, 1), Decay(1 << 20, 1.0 / (1 << 12)));
        var run = new LevenbergMarquardt().Minimize(plain, [2, 0.2]).Take(60).ToArray();
        var other = new LevenbergMarquardt().Minimize(scaled, [2.0 / (1 << 20), 0.2 * (1 << 12)])
            .Take(60).ToArray();
        Assert.Equal(run.Select(state => state.Loss), other.Select(state => state.Loss));
        Assert.Equal(
            run.Select(state => state.Parameters),
            other.Select(state =>
                Vector.Of(state.Parameters[0] * (1 << 20), state.Parameters[1] / (1 << 12))));
        Assert.NotEqual(Stall.None, run[^1].Stall);
    }

    [Fact]
    public void Dependent_columns_get_the_shortest_step()
    {
        // a and b count only as a + b.
        var twins = Residuals.From(
            2,
            3,
            x => [Math.Exp(x[0] + x[1]) - 1, (2 * (x[0] + x[1])) - 0.5, x[0] + x[1]],
            x => Matrix.From(3, 2, (i, _) => i == 0 ? Math.Exp(x[0] + x[1]) : i == 1 ? 2 : 1));
        foreach (var last in new IState[]
        {
            new GaussNewton().Minimize(twins, [1, 0]).Take(100).Last(),
            new LevenbergMarquardt().Minimize(twins, [1, 0]).Take(100).Last(),
        })
        {
            Assert.InRange(last.Optimality, 0, 1e-14);
            Near.Equal(1, last.Parameters[0] - last.Parameters[1], 1e-12);
        }
    }

    [Fact]
    public void Differences_fit_as_the_Jacobian_does()
    {
        var exact = Decay(1, 1);
        var guessed = Residuals.ByDifferences(2, 5, x => exact.EvaluateResiduals(x).Residuals);
        var fit = new LevenbergMarquardt().Minimize(exact, [2, 0.2]).Take(60).Last();
        var other = new LevenbergMarquardt().Minimize(guessed, [2, 0.2]).Take(60).Last();
        Near.Equal(fit.Parameters, other.Parameters, 1e-8);
        var newton = new GaussNewton().Minimize(exact, [2, 0.2]).Take(60).Last();
        Near.Equal(fit.Parameters, newton.Parameters, 1e-12);
    }

    private static IResidualObjective Linear(Matrix x, Vector y, Vector? weights = null) =>
        Residuals.From(x.Columns, x.Rows, w => x.Multiply(w) - y, _ => x, weights);

    private static IResidualObjective Decay(double first, double second)
    {
        Vector times = [0, 0.5, 1, 2, 4];
        Vector values = [1.1, 0.7, 0.45, 0.3, 0.05];
        return Residuals.From(
            2,
            5,
            x => times.Zip(values, (t, y) => (first * x[0] * Math.Exp(-(second * x[1]) * t)) - y),
            x => Matrix.From(5, 2, (i, j) =>
                Math.Exp(-(second * x[1]) * times[i])
                * (j == 0 ? first : second * (-(first * x[0]) * times[i]))));
    }
}
