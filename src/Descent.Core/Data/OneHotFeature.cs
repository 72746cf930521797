namespace Descent;

/// <summary>What a <see cref="OneHot"/> knows of one feature.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Categories">The numbers of its categories; null where it is kept as it is.</param>
/// <param name="Labels">Names for the numbers, or null.</param>
internal sealed record OneHotFeature(string Name, Vector? Categories, Categories? Labels)
{
    public bool Equals(OneHotFeature? other) =>
        other is not null && Name == other.Name && Categories == other.Categories
        && (Labels?.Labels ?? []).SequenceEqual(other.Labels?.Labels ?? []);

    public override int GetHashCode() => HashCode.Combine(Name, Categories);
}
