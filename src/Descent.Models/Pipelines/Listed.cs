using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>A list with equality by value, for records that hold one.</summary>
internal readonly record struct Listed<T>(ImmutableArray<T> Items)
{
    public static implicit operator Listed<T>(ImmutableArray<T> items) => new(items);

    public bool Equals(Listed<T> other) => Items.SequenceEqual(other.Items);

    public override int GetHashCode() =>
        Items.Aggregate(Items.Length, (hash, item) => HashCode.Combine(hash, item));

    public override string ToString() => string.Join(", ", Items);
}
