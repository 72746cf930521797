namespace FsCheck.Xunit;

/// <summary>Sets what the laws of a class or of an assembly share.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class PropertiesAttribute : PropertyAttribute;
