// Mistakes on purpose: the checks of the architecture must find each of them.
#pragma warning disable CS0649

namespace Descent.Properties;

/// <summary>Stands on floor 0, and uses floor 1 in a way of its own in each member.</summary>
internal static class GroundFloor
{
    public static readonly UpperFloor? Field;

    public static List<UpperFloor>? Property => null;

    [UpperFloor]
    public static int Attributed => 0;

    public static UpperFloor[]? Result() => null;

    public static int Parameter(UpperFloor? upper) => upper is null ? 0 : 1;

    public static int Constraint<T>(T value)
        where T : UpperFloor => value.GetHashCode();

    public static double Call() => UpperFloor.Number;

    public static object Constructor() => new UpperFloor();

    public static object TypeOf() => typeof(UpperFloor.IRoom);

    public static int TypeArgument() => Array.Empty<UpperFloor>().Length;

    public static Func<double> Lambda(double offset) => () => UpperFloor.Number + offset;

    public static IEnumerable<double> Iterator()
    {
        yield return UpperFloor.Same(1.0);
    }

    public static int Catch(Func<int> action)
    {
        try
        {
            return action();
        }
        catch (UpperFloor.Fault)
        {
            return 0;
        }
    }

    public sealed class Derived : UpperFloor;

    public sealed class Implements : UpperFloor.IRoom;
}
