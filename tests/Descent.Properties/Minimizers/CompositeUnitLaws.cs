using Descent.Linq;
using Xunit;

namespace Descent.Properties;

/// <summary>The units of the objective and of its parameters are not what stops a run.</summary>
public sealed class CompositeUnitLaws
{
    private static readonly Vector Curvatures = [1, 10, 0.1];
    private static readonly Vector Centre = [3, -4, 0.05];

    public static TheoryData<double, double> Units => new()
    {
        { 1, 1 }, { 1, 1e-20 }, { 1, 1e-100 }, { 1, 1e100 }, { 1e8, 1 }, { 1e8, 1e-8 }, { 1e-8, 1e8 },
        { 1e60, 1 }, { 1e-60, 1 }, { 1e60, 1e60 },
    };

    // Σ aᵢ (xᵢ − cᵢ)² / 2 + |x| / 2 has its minimum at soft(aᵢ cᵢ, ½) / aᵢ: 2.5, −3.95 and 0.
    [Theory, MemberData(nameof(Units))]
    public void A_lasso_is_found_in_any_units(double length, double loss)
    {
        var bowl = Bowl(length, loss);
        var penalty = new L1(loss / length / 2);
        Vector start = [length, -length, length], answer = [2.5 * length, -3.95 * length, 0];
        IsFound(new ProximalSearch(penalty).Minimize(bowl, start), answer);
        IsFound(new Fista(penalty).Minimize(bowl, start), answer);
    }

    [Theory, MemberData(nameof(Units))]
    public void The_least_point_of_a_box_is_found_in_any_units(double length, double loss)
    {
        var bowl = Bowl(length, loss);
        var box = new Box(-length * Vector.Ones(3), 2 * length * Vector.Ones(3));
        Vector start = [length, -length, length], answer = [2 * length, -length, 0.05 * length];
        IsFound(new ProximalSearch(box).Minimize(bowl, start), answer);
        IsFound(new Fista(box).Minimize(bowl, start), answer);
        IsFound(new ProjectedGradient(box).Minimize(bowl, start), answer);
    }

    // Of rates that begin 1e100 too small, and double, 332 are needed before the first step that is seen.
    private static void IsFound<TMemory>(Training<TMemory> run, Vector answer)
    {
        var last = run.Take(2000).Last();
        Assert.True((last.Parameters - answer).NormInf <= 1e-7 * answer.NormInf, $"{last}");
    }

    private static IObjective Bowl(double length, double loss) => Objective.From(
        3,
        x => loss * Curvatures.Dot((((1 / length) * x) - Centre).Map(a => a * a / 2)),
        x => Vector.From(Enumerable.Range(0, 3)
            .Select(i => loss / length * Curvatures[i] * ((x[i] * (1 / length)) - Centre[i]))));
}
