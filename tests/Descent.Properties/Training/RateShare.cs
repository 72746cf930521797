using System.Globalization;

namespace Descent.Properties;

/// <summary>A part, from 0.01 to 1, of the greatest rate that a law permits.</summary>
public readonly record struct RateShare(double Value)
{
    public static implicit operator double(RateShare share) => share.Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
