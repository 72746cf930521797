using System.Buffers.Binary;

namespace Descent.Benchmarks;

/// <summary>Problems as files that contenders in any language read.</summary>
/// <remarks>
/// Little-endian: the numbers of rows and columns as 64-bit integers, the features row by row as doubles,
/// then the targets.
/// </remarks>
/// <param name="folder">Where the files are.</param>
internal sealed class ProblemFiles(string folder)
{
    private readonly Dictionary<string, Problem> _read = [];

    /// <summary>The full path of the folder.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>The problem, read from its file, which is written first where it is missing.</summary>
    public Problem Get(LogisticProblem problem) => Get(problem.Name, problem.Draw);

    /// <summary>The six-point line, read from its file, which is written first where it is missing.</summary>
    public Problem GetLine() => Get(LineProblem.Name, LineProblem.Draw);

    /// <summary>The ten classes, read from their file, which is written first where it is missing.</summary>
    public Problem GetSoftmax() => Get(SoftmaxProblem.Name, SoftmaxProblem.Draw);

    /// <summary>The lasso's rows, read from their file, which is written first where it is missing.</summary>
    public Problem GetLasso() => Get(LassoProblem.Name, LassoProblem.Draw);

    private Problem Get(string name, Func<Problem> draw)
    {
        if (_read.TryGetValue(name, out var known))
            return known;

        var path = Path.Combine(Folder, name + ".bin");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Folder);
            Write(draw(), path + ".part");
            File.Move(path + ".part", path);      // a file with its whole name is whole
        }

        return _read[name] = Read(name, path);
    }

    private static void Write(Problem problem, string path)
    {
        using var file = new BufferedStream(File.Create(path), 1 << 20);
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        foreach (var size in (ReadOnlySpan<int>)[problem.Rows, problem.Columns])
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, size);
            file.Write(bytes);
        }

        foreach (var numbers in (double[][])[problem.Features, problem.Targets])
        {
            foreach (var number in numbers)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(bytes, number);
                file.Write(bytes);
            }
        }
    }

    private static Problem Read(string name, string path)
    {
        using var file = new BufferedStream(File.OpenRead(path), 1 << 20);
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        Span<int> sizes = stackalloc int[2];
        foreach (ref var size in sizes)
        {
            file.ReadExactly(bytes);
            size = checked((int)BinaryPrimitives.ReadInt64LittleEndian(bytes));
        }

        var features = new double[sizes[0] * sizes[1]];
        var targets = new double[sizes[0]];
        foreach (var numbers in (double[][])[features, targets])
        {
            foreach (ref var number in numbers.AsSpan())
            {
                file.ReadExactly(bytes);
                number = BinaryPrimitives.ReadDoubleLittleEndian(bytes);
            }
        }

        return new Problem(name, sizes[0], sizes[1], features, targets);
    }
}
