using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class HessianLaws
{
    private static readonly Matrix A = Matrix.FromRows([2, 1], [1, 3]);

    private static ITwiceDifferentiable Quadratic { get; } = Objective.From(
        2, x => 0.5 * x.Dot(A.Multiply(x)), x => A.Multiply(x), _ => A);

    [Property]
    public void A_coin_bends_as_its_gradient_says(Finite logOdds)
    {
        var coin = new CoinToss(3, 10);
        Vector at = [logOdds / 100];
        Assert.NotEqual(
            GradientVerdict.Wrong, HessianCheck.Of(coin, x => coin.HessianAt(x).ToMatrix(), at).Verdict);
        Assert.Equal(2.5, coin.HessianAt([0]).Times([1])[0]);
    }

    [Fact]
    public void Functions_make_an_objective_with_second_derivatives()
    {
        Assert.Equal(A, Quadratic.HessianAt([5, 6]).ToMatrix());
        Assert.Equal([3, 4], Quadratic.HessianAt([5, 6]).Times([1, 1]));
        Assert.Equal([3, 4], Quadratic.Evaluate([1, 1]).Gradient);
        Assert.Throws<ArgumentException>("parameters", () => Quadratic.HessianAt([1]));
        var wrong = Objective.From(2, x => new Evaluation(0, x), _ => Matrix.FromRows([1.0]));
        Assert.Throws<InvalidOperationException>(() => wrong.HessianAt([1, 2]));
    }

    [Fact]
    public void Sums_and_multiples_stay_twice_differentiable()
    {
        var sum = Objective.Sum(Quadratic, Objective.Scale(-2, Quadratic), Quadratic);
        var hessian = Assert.IsAssignableFrom<ITwiceDifferentiable>(sum).HessianAt([1, 2]);
        Assert.Equal(Matrix.FromRows([0, 0], [0, 0]), hessian.ToMatrix());
        Assert.Equal([0, 0], hessian.Times([1, 2]));

        var bare = Objective.From(2, x => x.Dot(x), x => 2 * x);
        Assert.False(Objective.Sum(Quadratic, bare) is ITwiceDifferentiable);
        Assert.False(Objective.Scale(2, bare) is ITwiceDifferentiable);

        var coins = Objective.Sum(new CoinToss(1, 4), Objective.Scale(2, new CoinToss(1, 4)));
        Assert.Equal(3, Assert.IsAssignableFrom<ITwiceDifferentiable>(coins).HessianAt([0]).Times([1])[0]);
        Near.Equal(3, Assert.IsAssignableFrom<ISmoothObjective>(coins).CurvatureBound(), 1e-15);
    }

    [Fact]
    public void A_product_alone_makes_a_matrix()
    {
        var hessian = Hessian.From(2, A.Multiply);
        Assert.Equal(A, hessian.ToMatrix());
        Assert.Equal([3, 4], hessian.Times([1, 1]));
        Assert.Throws<ArgumentException>("direction", () => hessian.Times([1]));
        Assert.Throws<InvalidOperationException>(() => Hessian.From(2, _ => [1]).Times([1, 2]));
        Assert.Throws<ArgumentException>("matrix", () => Hessian.From(Matrix.FromRows([1, 2])));
    }
}
