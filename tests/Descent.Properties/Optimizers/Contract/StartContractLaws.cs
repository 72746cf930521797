using Xunit;

namespace Descent.Properties;

/// <summary>A start that cannot be is refused at the call, before anything is enumerated.</summary>
public sealed class StartContractLaws
{
    [Theory, EveryCase]
    public void An_entry_that_is_no_number_is_refused_at_the_call(ContractCase c) => Assert.All(
        new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity },
        bad =>
        {
            var start = Vector.From(c.On.Start.SkipLast(1).Append(bad));
            var error = Assert.Throws<ArgumentException>(
                "from", () => { c.Subject.Minimize(c.On.Objective, start); });
            Assert.StartsWith(
                FormattableString.Invariant($"from[{start.Count - 1}] is {bad}; ")
                + "every entry must be a finite number. Replace it.",
                error.Message,
                StringComparison.Ordinal);
        });

    [Theory, EveryCase]
    public void A_start_of_another_length_is_refused_at_the_call(ContractCase c)
    {
        var dimension = c.On.Start.Count;
        Assert.All(new[] { 0, dimension - 1, dimension + 1 }, length =>
        {
            var error = Assert.Throws<ArgumentException>(
                "from", () => { c.Subject.Minimize(c.On.Objective, Vector.Ones(length)); });
            Assert.StartsWith(
                $"from has length {length}, but the objective has length {dimension}; "
                + $"pass one of length {dimension}.",
                error.Message,
                StringComparison.Ordinal);
        });
    }

    [Theory, EveryCase]
    public void A_start_that_was_never_set_is_refused_at_the_call(ContractCase c) =>
        Assert.Throws<ArgumentException>("from", () => { c.Subject.Minimize(c.On.Objective, default); });

    [Theory, EverySubject]
    public void A_missing_objective_is_named_at_the_call(IContractSubject subject)
    {
        var at = subject.Init(Poison.Everywhere.First().Objective, Poison.Start);
        Assert.Throws<ArgumentNullException>("objective", () => { subject.Minimize(null!, [1.0]); });
        Assert.Throws<ArgumentNullException>("objective", () => { subject.Resume(null!, at); });
    }

    [Theory, EveryCase]
    public void A_missing_state_is_named_at_the_call(ContractCase c) =>
        Assert.Throws<ArgumentNullException>("at", () => { c.Subject.Resume(c.On.Objective, null!); });

    [Theory, EverySubject]
    public void A_state_of_another_dimension_is_refused_at_the_call(IContractSubject subject)
    {
        var at = subject.Init(Poison.Everywhere.First().Objective, Poison.Start);
        var coin = new CoinToss(1, 2);
        var error = Assert.Throws<ArgumentException>("at.Parameters", () => { subject.Resume(coin, at); });
        Assert.Contains("has length 2", error.Message, StringComparison.Ordinal);
    }
}
