// Prints where it runs, then a line "name hash judgement" for each result, then the verdict. The exit code is
// 0 where every hash is the committed one, 1 where one is not, 2 where the arguments are wrong.
using Descent.Bits;

Request request;
try
{
    request = Request.Parse(args);
}
catch (FormatException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}

if (request.Culture is not null)
    Habits.Adopt(request.Culture);
foreach (var line in Machine.Describe(request.Threads))
    Console.WriteLine(line);

Result[] results = [.. Suite.All(new Workers(request.Threads))];
var comparisons = Comparison.Of(results, ExpectedHashes.Read(request.ExpectedFile));
foreach (var comparison in comparisons)
    Console.WriteLine(comparison);
Console.WriteLine(Comparison.Verdict(comparisons));

if (request.Accepts)
{
    ExpectedHashes.Write(request.ExpectedFile, results);
    Console.WriteLine($"Accepted: {results.Length} hashes in {request.ExpectedFile}");
    return 0;
}

return comparisons.All(comparison => comparison.IsAsExpected) ? 0 : 1;
