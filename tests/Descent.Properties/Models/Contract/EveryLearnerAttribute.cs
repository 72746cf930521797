using System.Reflection;
using Xunit.Sdk;

namespace Descent.Properties;

/// <summary>Runs a theory on every one of <see cref="LearnerSubjects"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryLearnerAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        LearnerSubjects.All.Select(subject => new object[] { subject });
}
