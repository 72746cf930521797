using FsCheck;
using FsCheck.Fluent;

namespace Descent.Properties;

/// <summary>Draws a <see cref="RiskCase"/> whose loss has a continuous derivative.</summary>
public static class SmoothRisks
{
    public static Arbitrary<RiskCase> RiskCase() => Arb.From(
        DomainGenerators.RiskCases(KnownLosses.Smooth), DomainGenerators.RiskCase().Shrinker);
}
