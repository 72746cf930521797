using BenchmarkDotNet.Attributes;

namespace Descent.Benchmarks;

/// <summary>One move of each optimizer, without the evaluation that follows it.</summary>
public class OptimizerSteps
{
    private readonly GradientDescent _descent = new(0.01);
    private readonly Momentum _momentum = new(0.01);
    private readonly Nesterov _nesterov = new(0.01);
    private readonly Adam _adam = new(0.01);
    private readonly ClipByNorm<NoMemory> _clipped = new GradientDescent(0.01).ClipByNorm(1);
    private State<NoMemory> _plain = null!;
    private State<MomentumMemory> _withVelocity = null!;
    private State<AdamMemory> _withMoments = null!;

    /// <summary>The number of parameters.</summary>
    [Params(2, 100, 10_000)]
    public int Dimension { get; set; }

    /// <summary>Makes a state of each kind.</summary>
    [GlobalSetup]
    public void MakeStates()
    {
        var bowl = Objective.From(Dimension, x => x.Dot(x), x => 2 * x);
        var start = Vector.From(Enumerable.Range(0, Dimension).Select(j => 1.0 + (j % 3)));
        _plain = _descent.Init(bowl, start);
        _withVelocity = _momentum.Init(bowl, start);
        _withMoments = _adam.Init(bowl, start);
    }

    [Benchmark(Baseline = true)]
    public Move<NoMemory> GradientDescent() => _descent.Step(_plain);

    [Benchmark]
    public Move<NoMemory> GradientDescentClipped() => _clipped.Step(_plain);

    [Benchmark]
    public Move<MomentumMemory> Momentum() => _momentum.Step(_withVelocity);

    [Benchmark]
    public Move<MomentumMemory> Nesterov() => _nesterov.Step(_withVelocity);

    [Benchmark]
    public Move<AdamMemory> Adam() => _adam.Step(_withMoments);
}
