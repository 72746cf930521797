using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace Descent.Benchmarks;

/// <summary>The library's functions, one number or eight at once, beside those of the runtime.</summary>
/// <remarks>Times are for one number.</remarks>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class ElementaryFunctions
{
    private const int Numbers = 1024;

    private readonly double[] _any =
        [.. Enumerable.Range(0, Numbers).Select(i => new Seed(2026).Normal(i) * 3)];

    private readonly double[] _positive =
        [.. Enumerable.Range(0, Numbers).Select(i => new Seed(2026).Uniform(i) + 0.001)];

    [Benchmark(OperationsPerInvoke = Numbers, Baseline = true), BenchmarkCategory("exp")]
    public double MathExp() => Sum(_any, Math.Exp);

    [Benchmark(OperationsPerInvoke = Numbers), BenchmarkCategory("exp")]
    public double Exp() => Sum(_any, Elementary.Exp);

    [Benchmark(OperationsPerInvoke = Numbers), BenchmarkCategory("exp")]
    public Vector512<double> ExpOfEight() => SumOfEights(_any, Elementary.Exp);

    [Benchmark(OperationsPerInvoke = Numbers, Baseline = true), BenchmarkCategory("log")]
    public double MathLog() => Sum(_positive, Math.Log);

    [Benchmark(OperationsPerInvoke = Numbers), BenchmarkCategory("log")]
    public double Log() => Sum(_positive, Elementary.Log);

    [Benchmark(OperationsPerInvoke = Numbers), BenchmarkCategory("log")]
    public Vector512<double> LogOfEight() => SumOfEights(_positive, Elementary.Log);

    [Benchmark(OperationsPerInvoke = Numbers, Baseline = true), BenchmarkCategory("log1p")]
    public double DoubleLogP1() => Sum(_positive, double.LogP1);

    [Benchmark(OperationsPerInvoke = Numbers), BenchmarkCategory("log1p")]
    public double Log1p() => Sum(_positive, Elementary.Log1p);

    [Benchmark(OperationsPerInvoke = Numbers), BenchmarkCategory("log1p")]
    public Vector512<double> Log1pOfEight() => SumOfEights(_positive, Elementary.Log1p);

    [Benchmark(OperationsPerInvoke = Numbers, Baseline = true), BenchmarkCategory("sigmoid")]
    public double SigmoidByMathExp() => Sum(_any, x => 1 / (1 + Math.Exp(-x)));

    [Benchmark(OperationsPerInvoke = Numbers), BenchmarkCategory("sigmoid")]
    public double Sigmoid() => Sum(_any, Elementary.Sigmoid);

    [Benchmark(OperationsPerInvoke = Numbers), BenchmarkCategory("sigmoid")]
    public Vector512<double> SigmoidOfEight() => SumOfEights(_any, Elementary.Sigmoid);

    [Benchmark(OperationsPerInvoke = Numbers, Baseline = true), BenchmarkCategory("softplus")]
    public double SoftplusByMath() => Sum(_any, x => Math.Log(1 + Math.Exp(x)));

    [Benchmark(OperationsPerInvoke = Numbers), BenchmarkCategory("softplus")]
    public double Softplus() => Sum(_any, Elementary.Softplus);

    [Benchmark(OperationsPerInvoke = Numbers), BenchmarkCategory("softplus")]
    public Vector512<double> SoftplusOfEight() => SumOfEights(_any, Elementary.Softplus);

    private static double Sum(double[] numbers, Func<double, double> function)
    {
        var sum = 0.0;
        foreach (var x in numbers)
            sum += function(x);
        return sum;
    }

    private static Vector512<double> SumOfEights(
        double[] numbers, Func<Vector512<double>, Vector512<double>> function)
    {
        var sum = Vector512<double>.Zero;
        for (var i = 0; i < numbers.Length; i += Vector512<double>.Count)
            sum += function(Vector512.LoadUnsafe(ref numbers[i]));
        return sum;
    }
}
