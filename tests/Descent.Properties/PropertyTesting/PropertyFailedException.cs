namespace FsCheck.Xunit;

/// <summary>Tells that a law does not hold, and on which arguments.</summary>
public sealed class PropertyFailedException : Exception
{
    public PropertyFailedException()
    {
    }

    public PropertyFailedException(string message)
        : base(message)
    {
    }

    public PropertyFailedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
