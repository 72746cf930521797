using System.Reflection;
using Xunit.Sdk;

namespace Descent.Properties;

/// <summary>Runs a theory on every case of <see cref="ContractCase.Counted"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryCountedCaseAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        ContractCase.Counted.Select(@case => new object[] { @case });
}
