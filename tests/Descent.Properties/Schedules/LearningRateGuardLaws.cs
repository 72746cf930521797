using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

public sealed class LearningRateGuardLaws
{
    [Property]
    public void A_rate_is_finite_and_greater_than_0(AnyDouble eta) => Refusals.Unless(
        double.IsFinite(eta) && eta > 0,
        eta,
        ("rate", () => LearningRate.Constant(eta)),
        ("rate", () => (LearningRate)eta.Value),
        ("rate", () => new GradientDescent(eta.Value).Rate),
        ("initial", () => LearningRate.StepDecay(eta, 0.5, 2)),
        ("initial", () => LearningRate.Exponential(eta, 0.5)),
        ("initial", () => LearningRate.InverseTime(eta, 0.5)),
        ("initial", () => LearningRate.Cosine(eta, 10)));

    [Property]
    public void A_factor_is_between_0_and_1(AnyDouble factor) => Refusals.Unless(
        factor > 0 && factor < 1,
        factor,
        ("factor", () => LearningRate.StepDecay(1, factor, 2)));

    [Property]
    public void A_decay_over_time_is_finite_and_at_least_0(AnyDouble value) => Refusals.Unless(
        double.IsFinite(value) && value >= 0,
        value,
        ("decay", () => LearningRate.InverseTime(1, value)),
        ("final", () => LearningRate.Cosine(1, 10, value)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_exponential_decay_is_between_0_and_1(double decay) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LearningRate.Exponential(1, decay));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void A_count_of_steps_is_at_least_1(long steps)
    {
        Refusals.Names("every", steps, () => LearningRate.StepDecay(1, 0.5, steps));
        Refusals.Names("steps", steps, () => LearningRate.Cosine(1, steps));
        Refusals.Names("steps", steps, () => LearningRate.Constant(1).WithWarmUp(steps));
    }

    [Fact]
    public void A_missing_function_is_named() =>
        Assert.Throws<ArgumentNullException>("rate", () => LearningRate.From(null!));

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void There_is_no_rate_before_step_0(long step)
    {
        LearningRate[] rates = [1, LearningRate.From(_ => 1), LearningRate.Cosine(1, 5).WithWarmUp(2)];
        Assert.All(rates, rate => Refusals.Names("step", step, () => rate.At(step)));
    }
}
