using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace Descent.Benchmarks;

/// <summary>Operations on vectors; beside the reductions, those of <see cref="TensorPrimitives"/>.</summary>
public class VectorOperations
{
    private Vector _a;
    private Vector _b;

    /// <summary>The number of entries.</summary>
    [Params(2, 100, 10_000)]
    public int Count { get; set; }

    /// <summary>Makes the vectors.</summary>
    [GlobalSetup]
    public void MakeVectors()
    {
        Seed seed = 2026;
        _a = Vector.From(Enumerable.Range(0, Count).Select(i => seed.Normal(i)));
        _b = Vector.From(Enumerable.Range(0, Count).Select(i => seed.Normal(Count + i)));
    }

    [Benchmark]
    public Vector Add() => _a + _b;

    [Benchmark]
    public Vector Scale() => 2 * _a;

    [Benchmark]
    public Vector MultiplyAdd() => _a.MultiplyAdd(2, _b);

    [Benchmark]
    public double Dot() => _a.Dot(_b);

    [Benchmark]
    public double DotOfTensorPrimitives() => TensorPrimitives.Dot(_a.AsSpan(), _b.AsSpan());

    [Benchmark]
    public double Norm() => _a.Norm;

    [Benchmark]
    public double NormOfTensorPrimitives() => TensorPrimitives.Norm(_a.AsSpan());
}
