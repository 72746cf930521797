namespace Descent.Properties;

/// <summary>The exact minimum of a line of a quadratic: where the slope, which is linear, is 0.</summary>
internal sealed class SlopeSearch : ILineSearch
{
    public LineSearchResult Search(Line line, double first, double longest = double.PositiveInfinity)
    {
        var other = line.At(first);
        var step = first * line.Origin.Slope / (line.Origin.Slope - other.Slope);
        return new(line.At(step), Stall.None, 2);
    }
}
