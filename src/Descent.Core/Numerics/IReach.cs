namespace Descent;

/// <summary>From how far away rows come, and so how early they are asked for.</summary>
internal interface IReach
{
    /// <summary>How many stored rows ahead are prefetched; 0 for none.</summary>
    static abstract int RowsAhead { get; }

    /// <summary>How many places ahead in a list of rows are prefetched; 0 for none.</summary>
    static abstract int PlacesAhead { get; }
}

/// <summary>Rows that stay in a cache: a prefetch would cost more than it gives.</summary>
internal readonly struct Resident : IReach
{
    public static int RowsAhead => 0;

    public static int PlacesAhead => 0;
}

/// <summary>Rows from memory in file order.</summary>
internal readonly struct Streamed : IReach
{
    public static int RowsAhead => 32;

    public static int PlacesAhead => 0;
}

/// <summary>Rows from memory in the order of a list.</summary>
internal readonly struct Scattered : IReach
{
    public static int RowsAhead => 0;

    public static int PlacesAhead => 16;
}
