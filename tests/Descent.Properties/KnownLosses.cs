namespace Descent.Properties;

/// <summary>The losses of the library, by name.</summary>
internal static class KnownLosses
{
    private static readonly Dictionary<string, ILoss> ByName = new()
    {
        ["squared"] = Loss.Squared,
        ["half squared"] = Loss.HalfSquared,
        ["logistic"] = Loss.Logistic,
        ["hinge"] = Loss.Hinge,
        ["squared hinge"] = Loss.SquaredHinge,
        ["perceptron"] = Loss.Perceptron,
    };

    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>The losses whose derivative is continuous.</summary>
    public static IEnumerable<ILoss> Smooth =>
        [Loss.Squared, Loss.HalfSquared, Loss.Logistic, Loss.SquaredHinge];

    public static IEnumerable<ILoss> All => ByName.Values;

    public static ILoss Named(string name) => ByName[name];

    public static string NameOf(ILoss loss) =>
        ByName.FirstOrDefault(pair => pair.Value == loss).Key ?? "a custom loss";

    public static bool ReadsClasses(ILoss loss) => !loss.Accepts(-1);
}
