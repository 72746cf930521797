namespace Descent;

/// <summary>The four 32-bit words that <see cref="Philox4x32"/> makes from one counter and key.</summary>
/// <param name="Word0">The first word.</param>
/// <param name="Word1">The second word.</param>
/// <param name="Word2">The third word.</param>
/// <param name="Word3">The fourth word.</param>
public readonly record struct PhiloxBlock(uint Word0, uint Word1, uint Word2, uint Word3)
{
    /// <summary>The word at a position in [0, 4); the caller keeps the range.</summary>
    internal uint Word(int position) => position switch
    {
        0 => Word0,
        1 => Word1,
        2 => Word2,
        _ => Word3,
    };
}
