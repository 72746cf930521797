using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Descent.Models;

/// <summary>The checks of lists that validations are given.</summary>
internal static class Given
{
    /// <summary>Draws a list once, and demands at least one item and none that is null.</summary>
    public static ImmutableArray<T> Items<T>(
        IEnumerable<T> items, [CallerArgumentExpression(nameof(items))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(items, name);
        ImmutableArray<T> all = [.. items];
        Guard.NotEmpty(all.Length, name);
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i] is null)
                throw new ArgumentNullException(Guard.Text($"{name}[{i}]"));
        }

        return all;
    }

    /// <summary>The learner that a setting makes.</summary>
    public static TLearner Learner<TSetting, TLearner>(Func<TSetting, TLearner> learner, TSetting setting)
        where TLearner : class =>
        learner(setting) ?? throw new InvalidOperationException(
            $"The learner of setting {ScoreTable.Cell(setting)} is null; return a learner for each setting.");
}
