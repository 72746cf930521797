// Mistakes on purpose: the checks of the architecture must find each of them.

namespace Descent.Properties;

/// <summary>Reaches outside in each method.</summary>
internal static class OutsideCalls
{
    public static void Print() => Console.WriteLine();

    public static string Read(string path) => File.ReadAllText(path);

    public static Uri? Fetch(System.Net.Http.HttpClient client) => client.BaseAddress;
}
