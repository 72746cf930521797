namespace Descent;

/// <summary>When <see cref="Fista"/> drops its momentum and begins anew from where it is.</summary>
public enum FistaRestart
{
    /// <summary>
    /// When a step from y to z leads against the momentum: <c>(y − z)·(z − x) &gt; 0</c>, and when the loss
    /// would rise.
    /// </summary>
    Gradient,

    /// <summary>When the loss would rise.</summary>
    Loss,

    /// <summary>Never, but where it finds no step otherwise.</summary>
    None,
}
