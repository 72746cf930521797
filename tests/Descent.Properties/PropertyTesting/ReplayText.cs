using System.Globalization;
using Microsoft.FSharp.Core;

namespace FsCheck.Xunit;

/// <summary>The written form of a seed: "seed,gamma" starts a run, "seed,gamma,size" is one case.</summary>
internal static class ReplayText
{
    public static Replay Parse(string text)
    {
        var parts = text.Trim().Trim('(', ')').Split(',', StringSplitOptions.TrimEntries);
        var size = 0;
        return parts.Length is 2 or 3
            && TryParse(parts[0], out var seed)
            && TryParse(parts[1], out var gamma)
            && (parts.Length == 2
                || int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out size))
                ? new Replay(new Rnd(seed, gamma), parts.Length == 2 ? null : FSharpOption<int>.Some(size))
                : throw new FormatException(
                    $"Replay is \"{text}\"; it must be \"seed,gamma\" or \"seed,gamma,size\", "
                    + "whole numbers that are 0 or greater. Paste the line that a failing law printed.");
    }

    /// <summary>Draws the seed here, since FsCheck does not tell its own when a law is exhausted.</summary>
    public static Replay Fresh() => new(new Rnd((ulong)Random.Shared.NextInt64()), null);

    /// <summary>Writes the attribute that repeats a run or one case.</summary>
    public static string Attribute(Replay replay)
    {
        var size = replay.Size is null ? string.Empty : FormattableString.Invariant($",{replay.Size.Value}");
        return FormattableString.Invariant(
            $"[Property(Replay = \"{replay.Rnd.Seed},{replay.Rnd.Gamma}{size}\")]");
    }

    private static bool TryParse(string text, out ulong value) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
