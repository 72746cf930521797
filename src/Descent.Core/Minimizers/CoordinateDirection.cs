namespace Descent;

/// <summary>Where the second-order model of a risk, with its penalties, has its minimum.</summary>
/// <param name="risk">The risk.</param>
/// <param name="penalty">All penalties on its weights.</param>
/// <param name="roots">√ of each row's ℓ″ and share; null for a squared loss.</param>
internal sealed class CoordinateDirection(EmpiricalRisk risk, SplitPenalty penalty, double[]? roots)
{
    private const int LeastSize = 100;
    private const int GreatestSize = 1024;

    // The model is worth about as many products as some passes over the rows.
    private const int PassesWorth = 4;
    private const long LeastWork = 20_000_000;

    private int Features => risk.Data.FeatureCount;

    /// <summary>The parameters at the minimum of the model over the working set and the bias.</summary>
    /// <param name="state">Where the model is made.</param>
    /// <param name="screened">Weights that are known to be 0; null where none are.</param>
    public Vector At(State<CoordinateMemory> state, bool[]? screened)
    {
        var places = WorkingSet(state, screened);
        int[] columns = risk.HasBias ? [-1, .. places] : places;
        var gram = roots is null
            ? risk.Data.Gram(columns, risk.MaxDegreeOfParallelism)
            : ColumnGram.Empty.With(risk.Data.Features, roots, columns, risk.MaxDegreeOfParallelism);
        var factor = roots is null
            ? risk.Loss.SecondDerivative(0, 0) / risk.DivisorOf(risk.Data.Count)
            : 1;

        var n = places.Length;
        var weights = Array.ConvertAll(places, j => state.Parameters[j]);
        var slopes = Array.ConvertAll(
            places, j => state.Gradient[j] - (penalty.Smooth[j] * state.Parameters[j]));
        var matrix = Part(gram, places, factor, out var withOnes, out var ones);
        var mean = ones > 0 ? state.Gradient[^1] / ones : 0;
        for (var a = 0; a < n; a++)
            slopes[a] = Math.FusedMultiplyAdd(-mean, withOnes[a], slopes[a]);

        var next = state.Parameters.AsSpan().ToArray();
        var model = new CoordinateModel(
            matrix,
            Lanes.Padded(n),
            slopes,
            weights,
            Array.ConvertAll(places, j => penalty.Absolute[j]),
            Array.ConvertAll(places, j => penalty.Square[j]));
        model.Minimize(Math.Max(
            LeastWork, PassesWorth * (long)risk.Data.Count * risk.Data.Features.Store.NumbersPerRow));

        var bias = mean;
        for (var a = 0; a < n; a++)
        {
            var j = places[a];
            if (ones > 0)
                bias += withOnes[a] * (weights[a] - state.Parameters[j]) / ones;
            next[j] = weights[a];
        }

        if (risk.HasBias && ones > 0)
            next[^1] -= bias;
        return Vector.Own(next);
    }

    /// <summary>What is not 0, and of the rest what violates optimality most.</summary>
    private int[] WorkingSet(State<CoordinateMemory> state, bool[]? screened)
    {
        var moments = risk.Data.Moments(risk.MaxDegreeOfParallelism);
        var total = risk.Data.IsWeighted ? risk.Data.Weights.Sum() : risk.Data.Count;
        var mean = risk.HasBias && roots is null ? state.Gradient[^1] / total : 0;
        var scores = new double[Features];
        var support = state.Parameters.AsSpan()[..Features].ToArray().Count(weight => weight is not 0);
        for (var j = 0; j < Features; j++)
        {
            var weight = state.Parameters[j];
            var slope = state.Gradient[j] - (penalty.Smooth[j] * weight) - (mean * moments.Sums[j]);
            scores[j] = weight is not 0 && support <= GreatestSize ? double.PositiveInfinity
                : weight is 0 && screened is not null && screened[j] ? 0
                : penalty.Violation(j, weight, slope) / Math.Sqrt(Math.Max(moments.Squares[j], 1e-300));
        }

        var most = Math.Clamp(2 * support, LeastSize, GreatestSize);
        int[] chosen = [.. Enumerable.Range(0, Features)
            .Where(j => scores[j] > 0)
            .OrderByDescending(j => scores[j])
            .Take(most)];
        Array.Sort(chosen);
        return chosen;
    }

    /// <summary>The Gram matrix of some columns, without what the bias takes over.</summary>
    private double[] Part(
        ColumnGram gram, int[] places, double factor, out double[] withOnes, out double ones)
    {
        var n = places.Length;
        var at = Array.ConvertAll(places, gram.IndexOf);
        withOnes = new double[n];
        ones = 0;
        if (risk.HasBias)
        {
            var one = gram.IndexOf(-1);
            ones = factor * gram.At(one, one);
            for (var a = 0; a < n; a++)
                withOnes[a] = factor * gram.At(one, at[a]);
        }

        var stride = Lanes.Padded(n);
        var part = new double[n * stride];
        for (var a = 0; a < n; a++)
        {
            for (var b = 0; b < n; b++)
            {
                var value = factor * gram.At(at[a], at[b]);
                part[(a * stride) + b] = ones > 0 ? value - (withOnes[a] * withOnes[b] / ones) : value;
            }

            // A constant column differs from the bias by rounding alone.
            var diagonal = factor * gram.At(at[a], at[a]);
            if (part[(a * stride) + a] <= 16 * risk.Data.Count * MachineEpsilon.Value * diagonal)
                part[(a * stride) + a] = 0;
        }

        return part;
    }
}
