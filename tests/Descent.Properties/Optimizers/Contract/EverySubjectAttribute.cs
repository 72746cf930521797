using System.Reflection;
using Xunit.Sdk;

namespace Descent.Properties;

/// <summary>Runs a theory on every one of <see cref="ContractSubjects"/> that takes any objective.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EverySubjectAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        ContractSubjects.All
            .Where(subject => subject.Takes(Poison.Everywhere.First().Objective))
            .Select(subject => new object[] { subject });
}
