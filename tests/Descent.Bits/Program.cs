// Prints which instructions are in use, then one line "name hash" for each result. The hashes are functions
// of the library alone: every line but the first must be the same on every machine.
using Descent.Bits;

Console.WriteLine(Processor.Describe());
foreach (var (name, hash) in VectorBits.All().Concat(RiskBits.All()).Concat(TrainingBits.All()))
    Console.WriteLine($"{name} {hash}");
