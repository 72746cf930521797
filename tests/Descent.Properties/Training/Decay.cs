using System.Globalization;

namespace Descent.Properties;

/// <summary>The decay of a memory, from 0 to 0.99.</summary>
public readonly record struct Decay(double Value)
{
    public static implicit operator double(Decay decay) => decay.Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
