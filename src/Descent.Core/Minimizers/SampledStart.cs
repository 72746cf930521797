namespace Descent;

/// <summary>Where a sample of the rows has its minimum, and how the risk is curved there.</summary>
/// <remarks>
/// <para>Where rows are many times more than parameters, a sample of them nearly knows the minimum, and its
/// Hessian is nearly that of all. From there, with that Hessian as the <see cref="LBfgs.Metric"/>, a few
/// passes over all rows are left:</para>
/// <para><c>var start = SampledStart.Of(risk, rows: 20_000, seed: 7); new LBfgs(Metric: start.Metric)
/// .Minimize(risk, start.Parameters)</c>.</para>
/// <para>Newton's method runs on samples of 1/64, 1/16, 1/4 and all of the rows asked for, the smaller part
/// of the greater; each begins where the one before ended, so that one or two steps do (Byrd, Chin, Nocedal,
/// Wu 2012, on growing samples; Erdogdu, Montanari 2015, on the Hessian of a sample). With m rows of n
/// parameters the start is about n / 2m above the least mean loss, and the Hessian is right to a share of
/// about 2 √(n / m).</para>
/// <para>Row i of a sample is drawn from the i-th of as many equal parts of the data, in file order, the rows
/// of weight 0 left out: the sample is a pure function of the seed. Its evaluations are not counted in
/// those of a run that begins there; with a tenth of the rows they take about as long as two or three
/// on all.</para>
/// </remarks>
/// <param name="Parameters">The minimum of the sample, nearly.</param>
/// <param name="Metric">The factor of its Hessian, made positive definite.</param>
/// <exception cref="ArgumentNullException"><paramref name="Metric"/> is null.</exception>
/// <exception cref="ArgumentException">Their dimensions differ.</exception>
public sealed record SampledStart(Vector Parameters, Cholesky Metric)
{
    // How many times smaller a sample is than the next.
    private const int Growth = 4;

    // The least sample's rows for each parameter: fewer may be separable, and say nothing of the others.
    private const int RowsPerParameter = 4;

    // A sample that has no minimum would be descended without end.
    private const int MaxSteps = 30;

    /// <summary>The factor of the sample's Hessian.</summary>
    public Cholesky Metric { get; init => field = Guard.NotNull(value, nameof(Metric)); } =
        Matching(Metric, Parameters);

    /// <summary>Finds the minimum of a sample of the rows.</summary>
    /// <param name="risk">The risk, its loss convex in the score.</param>
    /// <param name="rows">
    /// How many rows, at least 1; all where there are no more. Ten thousand, or a hundred times as many as
    /// there are parameters, are a good guess.
    /// </param>
    /// <param name="seed">Which rows.</param>
    /// <exception cref="ArgumentNullException"><paramref name="risk"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is less than 1.</exception>
    /// <exception cref="InvalidOperationException">
    /// The loss or the penalty tells no second derivatives.
    /// </exception>
    public static SampledStart Of(Risk risk, int rows, Seed seed)
    {
        Guard.NotNull(risk);
        Guard.AtLeast(rows, 1);
        var all = Counting(risk.Data);
        var sample = Array.ConvertAll(Rows(all.Length, Math.Min(rows, all.Length), seed), i => all[i]);
        var strides = Strides(sample.Length, atLeast: RowsPerParameter * risk.Dimension);
        var start = Descend(risk.Sample(Every(strides[0], sample)), Vector.Zeros(risk.Dimension));
        foreach (var stride in strides.Skip(1))
            start = Descend(risk.Sample(Every(stride, sample)), start.Parameters);
        return start;
    }

    /// <summary>The strides of the samples, the greatest first; the last is 1.</summary>
    private static int[] Strides(int rows, int atLeast)
    {
        var strides = new Stack<int>([1]);
        while (strides.Count < Growth && rows / (Growth * strides.Peek()) >= atLeast)
            strides.Push(Growth * strides.Peek());
        return [.. strides];
    }

    private static int[] Every(int stride, int[] sample) =>
        [.. Enumerable.Range(0, (sample.Length + stride - 1) / stride).Select(i => sample[i * stride])];

    /// <summary>The rows that count: a sample of rows whose weights are all 0 would have no mean.</summary>
    private static int[] Counting(Dataset data)
    {
        var rows = Enumerable.Range(0, data.Count);
        return [.. data.IsWeighted ? rows.Where(row => data.Weights[row] > 0) : rows];
    }

    private static int[] Rows(int of, int count, Seed seed)
    {
        int From(int part) => (int)((long)of * part / count);
        return [.. Enumerable.Range(0, count).Select(i => From(i) + seed.Integer(i, From(i + 1) - From(i)))];
    }

    /// <summary>Damped Newton steps, until what the next would gain is beneath the sample's noise.</summary>
    private static SampledStart Descend(ITwiceDifferentiable sample, Vector parameters)
    {
        var evaluation = sample.Evaluate(parameters);
        for (var step = 1; ; step++)
        {
            var hessian = sample.HessianAt(parameters).ToMatrix();
            if (!evaluation.IsFinite || !SecondOrder.IsFinite(hessian))
                return new(parameters, Cholesky.Modified(Identity(parameters.Count)));

            var metric = Cholesky.Modified(hessian);
            var line = Line.From(sample, parameters, evaluation, -metric.Solve(evaluation.Gradient));
            var found = new Armijo().Search(line, first: 1).Point;
            (parameters, evaluation) = (found.Parameters, found.Evaluation);

            // A full step squares what was left, so that it is far beneath what the sample can tell.
            if (step == MaxSteps || -line.Origin.Slope <= 0.1 * Math.Abs(evaluation.Loss))
                return new(parameters, metric);
        }
    }

    private static Matrix Identity(int count) => Matrix.From(count, count, (i, j) => i == j ? 1 : 0);

    private static Cholesky Matching(Cholesky metric, Vector parameters)
    {
        Guard.SameLength(
            Guard.NotNull(metric, nameof(Metric)).Dimension,
            parameters.Count,
            "the parameters",
            nameof(Metric));
        return metric;
    }
}
