namespace Descent.Properties;

/// <summary>Stands on floor 1 for the check of the floors.</summary>
[AttributeUsage(AttributeTargets.All)]
internal class UpperFloor : Attribute
{
    public static double Number => 1;

    public static T Same<T>(T value) => value;

    public interface IRoom;

    public sealed class Fault : Exception;
}
