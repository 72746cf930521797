using System.Collections.Immutable;

namespace Descent.Benchmarks;

/// <summary>The names of contenders, as tables and aims know them.</summary>
internal static class Names
{
    public const string Descent = "Descent";
    public const string DescentParallel = "Descent, several threads";
    public const string EveryEpoch = "Descent, EveryEpoch()";
    public const string AllStates = "Descent, all states drawn";
    public const string ReadSweep = "the read sweep";
    public const string ReadSweepParallel = "the read sweep, several threads";
    public const string ReadStreams = "eight prefetched streams";
    public const string ReadStreamsParallel = "eight prefetched streams, several threads";
    public const string LoadsAndFmas = "the loads and FMAs alone";
    public const string PlainLoop = "plain loop";
    public const string Tensors = "TensorPrimitives";
    public const string MathNet = "MathNet.Numerics";
    public const string NumPy = "NumPy";
    public const string NumPyParallel = "NumPy, several threads";
    public const string ScikitLearn = "scikit-learn SGDClassifier";
    public const string Torch = "torch";
    public const string TorchParallel = "torch, several threads";
    public const string LassoRows = "scikit-learn Lasso, rows";
    public const string LassoRowsParallel = "scikit-learn Lasso, rows, several threads";
    public const string LassoColumns = "scikit-learn Lasso, columns";
    public const string LassoColumnsParallel = "scikit-learn Lasso, columns, several threads";
    public const string LassoGram = "scikit-learn Lasso, columns, Gram";
    public const string LassoGramParallel = "scikit-learn Lasso, columns, Gram, several threads";
    public const string Glmnet = "glmnet";
    public const string Ensmallen = "ensmallen";
    public const string PlainLBfgs = "Descent, L-BFGS from 0";

    /// <summary>scikit-learn's solvers of logistic regression that use BLAS, and so threads.</summary>
    public static ImmutableArray<string> ThreadedSolvers => ["lbfgs", "newton-cholesky", "newton-cg"];

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> Solvers => [.. ThreadedSolvers, "liblinear", "saga"];

    /// <summary>What tables call one of them.</summary>
    public static string Solver(string solver) => "scikit-learn " + solver;

    /// <summary>A contender that may use several threads.</summary>
    public static string Parallel(string name) => name + ", several threads";
}
