using System.Reflection;
using Xunit.Sdk;

namespace Descent.Properties;

/// <summary>Runs a theory on every <see cref="ContractCase"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryCaseAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        ContractCase.All.Select(@case => new object[] { @case });
}
