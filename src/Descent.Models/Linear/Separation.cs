namespace Descent.Models;

/// <summary>When a classifier's loss has a minimum, and when it has none.</summary>
/// <remarks>
/// <para>Where some weights give every row a greater score for its own class than for any other, twice the
/// weights lower every loss, and so on for ever: with no penalty, or one that does not rise along them, there
/// is no minimum (Albert, Anderson 1984). The first such state ends a run.</para>
/// <para>Where this holds of some rows and the others are on the plane itself, or where a class has no row,
/// the gradient tends to 0 and the steps do not: then the first of the states with a small gradient whose
/// last two steps changed a score by more than <see cref="Still"/> ends it. For the same reason a state is a
/// minimum only where the last step changed no score by more.</para>
/// </remarks>
internal sealed class Separation
{
    public const double Still = 0.01;

    // How far along the weights a penalty is asked: 2²⁰ times.
    private const double Far = 1_048_576;

    private readonly Risk _risk;
    private readonly IPenalty? _penalty;

    private Separation(Risk risk, IPenalty? penalty) => (_risk, _penalty) = (risk, penalty);

    /// <summary>Null where the risk is not one of classes.</summary>
    public static Separation? Of(Risk risk, IProximalPenalty? beside) =>
        risk is SoftmaxRisk || (risk is EmpiricalRisk one && ReferenceEquals(one.Loss, Loss.Logistic))
            ? new(risk, (IPenalty?)beside ?? risk.Penalty)
            : null;

    /// <summary>Stops where a measure is small and the last step was so, too.</summary>
    public StopRule Minimum(string metric, Func<IState, double> measure) => StopRule.From(
        metric,
        [],
        (last, state) => Watched(last, state, measure),
        seen => seen is [var value, 0, ..] ? value : double.NaN,
        DefaultStop.Tolerance,
        isConvergence: true);

    /// <summary>Stops where there is proof, or every sign, that there is no minimum.</summary>
    public StopRule None(Func<IState, double> measure) =>
        StopRule.When("the classes are separated, so that the loss falls for ever along these weights", IsAt)
        | StopRule.From(
            "a class is separated or has no row, so that the loss falls for ever; relative gradient",
            [],
            (last, state) => Watched(last, state, measure),
            seen => seen is [var value, >= 2, ..] ? value : double.NaN,
            DefaultStop.Tolerance);

    // The measure; how many steps in a row ended at a small one and were not; the parameters. The first state
    // has no step behind it that would tell, so that it counts as one.
    private Vector Watched(Vector last, IState state, Func<IState, double> measure)
    {
        var value = measure(state);
        var isLong = value <= DefaultStop.Tolerance
            && (last.Count == 0 || Change(state.Parameters - last[2..]) > Still || IsAt(state));
        return [value, isLong ? (last.Count == 0 ? 0 : last[1]) + 1 : 0, .. state.Parameters];
    }

    /// <summary>By how much a step changes the score of a class beside that of another.</summary>
    private double Change(Vector step)
    {
        var counts = _risk.Data.Weights;
        if (_risk is not SoftmaxRisk softmax)
            return ((EmpiricalRisk)_risk).Scores(step).Zip(counts, (s, c) => c > 0 ? s : 0).NormInf;

        var scores = softmax.Scores(step);
        return Enumerable.Range(0, scores.Rows).Max(i => counts[i] > 0 ? Range(scores.Row(i)) : 0);

        static double Range(ReadOnlySpan<double> row)
        {
            var (low, high) = (row[0], row[0]);
            foreach (var score in row)
                (low, high) = (Math.Min(low, score), Math.Max(high, score));
            return high - low;
        }
    }

    /// <summary>Whether the weights of a state prove that there is no minimum.</summary>
    private bool IsAt(IState state)
    {
        var weights = _risk.WeightsOf(state.Parameters);
        if (_penalty is not null && !(_penalty.Value(Far * weights) <= _penalty.Value(weights)))
            return false;
        if (_risk is SoftmaxRisk softmax)
        {
            var scores = softmax.Scores(state.Parameters);
            return AllCounted(i => IsGreatest(scores.Row(i), (int)_risk.Data.Targets[i]));
        }

        var margins = ((EmpiricalRisk)_risk).Scores(state.Parameters);
        return AllCounted(i => _risk.Data.Targets[i] > 0.5 ? margins[i] > 0 : margins[i] < 0);
    }

    private bool AllCounted(Func<int, bool> test)
    {
        for (var i = 0; i < _risk.Data.Count; i++)
            if (!test(i) && _risk.Data.Weights[i] > 0)
                return false;
        return true;
    }

    private static bool IsGreatest(ReadOnlySpan<double> scores, int own)
    {
        for (var k = 0; k < scores.Length; k++)
            if (k != own && !(scores[own] > scores[k]))
                return false;
        return true;
    }
}
