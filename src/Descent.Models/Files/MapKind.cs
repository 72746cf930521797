namespace Descent.Models;

/// <summary>How maps of one type are written as fields and read from them.</summary>
internal sealed record MapKind(
    string Name,
    Func<IFeatureMap, bool> Is,
    Action<FieldWriter, IFeatureMap> Write,
    Func<FieldReader, IFeatureMap> Read)
{
    public static MapKind Of<TMap>(
        string name, Action<FieldWriter, TMap> write, Func<FieldReader, TMap> read)
        where TMap : class, IFeatureMap =>
        new(name, map => map is TMap, (fields, map) => write(fields, (TMap)map), read);
}
