using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>How several fits made one model.</summary>
/// <param name="Method">How they are put together.</param>
/// <param name="Parts">Their reports, in order.</param>
/// <exception cref="ArgumentNullException"><paramref name="Method"/> or a part is null.</exception>
public sealed record CompositeReport(string Method, ImmutableArray<FitReport> Parts) : FitReport(Method)
{
    /// <summary>Their reports, in order.</summary>
    public ImmutableArray<FitReport> Parts { get; init => field = Checked(value); } = Checked(Parts);

    /// <summary>Whether every part converged.</summary>
    public override bool Converged => Parts.All(part => part.Converged);

    /// <summary>Whether both have equal methods and equal parts in equal order.</summary>
    public bool Equals(CompositeReport? other) =>
        other is not null && Method == other.Method && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Parts.Aggregate(Method.GetHashCode(StringComparison.Ordinal), HashCode.Combine);

    /// <summary>The method, then each part.</summary>
    public override string ToString() => string.Join('\n', [Method, .. Parts.Select(part => $"- {part}")]);

    private static ImmutableArray<FitReport> Checked(ImmutableArray<FitReport> parts)
    {
        if (parts.IsDefault)
            return [];
        for (var i = 0; i < parts.Length; i++)
            Guard.NotNullAt(parts[i], nameof(Parts), i);
        return parts;
    }
}
