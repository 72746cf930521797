using System.Runtime.CompilerServices;

namespace Descent.Models;

/// <summary>The checks that the two learners of trees share.</summary>
internal static class TreeGuard
{
    /// <summary>Accepts null, and whole numbers that are not too small.</summary>
    public static int? AtLeast(
        int? value, int minimum, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is { } given ? Guard.AtLeast(given, minimum, name) : null;
}
