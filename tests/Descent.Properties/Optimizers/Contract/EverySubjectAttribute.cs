using System.Reflection;
using Xunit.Sdk;

namespace Descent.Properties;

/// <summary>Runs a theory on every one of <see cref="ContractSubjects"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EverySubjectAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        ContractSubjects.All.Select(subject => new object[] { subject });
}
