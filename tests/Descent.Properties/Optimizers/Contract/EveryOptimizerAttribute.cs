using System.Reflection;
using Xunit.Sdk;

namespace Descent.Properties;

/// <summary>Runs a theory on those of <see cref="ContractSubjects"/> that are optimizers.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryOptimizerAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        ContractSubjects.All.Where(s => s.IsOptimizer).Select(subject => new object[] { subject });
}
