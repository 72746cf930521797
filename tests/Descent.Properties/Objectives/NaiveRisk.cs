using Xunit;

namespace Descent.Properties;

/// <summary>
/// An empirical risk by the plainest double loop, and how far rounding may part it from another order.
/// </summary>
/// <remarks>
/// <para>Score: two sums of d + 1 products are each within γ Σ|w x| of the exact one, so δ = 2 γ Σ|w x|
/// apart.</para>
/// <para>Loss: convex, so between the two scores its slope is at most the greater of those at s ± δ, and the
/// derivative itself changes by at most ℓ′(s + δ) − ℓ′(s − δ), kinks included. Each is computed with at most
/// 8 more roundings.</para>
/// <para>Sums over n rows, division and penalty: γ of the sizes added up. What underflows adds 2⁻¹⁰⁷⁴ each
/// time.</para>
/// </remarks>
internal sealed class NaiveRisk
{
    private readonly EmpiricalRisk _risk;
    private readonly Vector _parameters;
    private readonly double[] _gradient;
    private readonly double[] _gradientError;
    private double _loss;
    private double _lossError;

    private NaiveRisk(EmpiricalRisk risk, Vector parameters)
    {
        (_risk, _parameters) = (risk, parameters);
        (_gradient, _gradientError) = (new double[risk.Dimension], new double[risk.Dimension]);
        for (var i = 0; i < risk.Data.Count; i++)
        {
            if (risk.Data.Weights[i] > 0)
                AddRow(i);
        }

        if (risk.Reduction == Reduction.Mean)
            Divide(risk.Data.Weights.AsEnumerable().Sum());
        if (risk.Penalty is { } penalty)
            AddPenalty(penalty);
    }

    public Evaluation Evaluation => new(_loss, Vector.Of(_gradient));

    /// <summary>Whether neither the value nor what is known about its error overflowed.</summary>
    public bool IsFinite => Evaluation.IsFinite && double.IsFinite(_lossError) && GradientError.IsFinite;

    public double LossError => _lossError;

    public Vector GradientError => Vector.Of(_gradientError);

    public static NaiveRisk Of(EmpiricalRisk risk, Vector parameters) => new(risk, parameters);

    /// <summary>
    /// Asserts that an evaluation is this one but for rounding, of <paramref name="times"/> evaluations.
    /// </summary>
    public void AssertNear(Evaluation actual, double times = 1)
    {
        Assert.InRange(actual.Loss - _loss, -times * _lossError, times * _lossError);
        Assert.Equal(_gradient.Length, actual.Gradient.Count);
        for (var j = 0; j < _gradient.Length; j++)
        {
            var bound = times * _gradientError[j];
            Assert.InRange(actual.Gradient[j] - _gradient[j], -bound, bound);
        }
    }

    private double Feature(int i, int j) => j < _risk.Data.FeatureCount ? _risk.Data.Features[i, j] : 1;

    private void AddRow(int i)
    {
        var (score, size) = (0.0, 0.0);
        for (var j = 0; j < _risk.Dimension; j++)
        {
            score += _parameters[j] * Feature(i, j);
            size += Math.Abs(_parameters[j] * Feature(i, j));
        }

        var (loss, target, weight) = (_risk.Loss, _risk.Data.Targets[i], _risk.Data.Weights[i]);
        var delta = (2 * Rounding.Gamma(_risk.Dimension + 1) * size) + (2 * _risk.Dimension * double.Epsilon);
        var (low, high) = (loss.Derivative(score - delta, target), loss.Derivative(score + delta, target));
        var sums = 2 * Rounding.Gamma(_risk.Data.Count + 16);

        var value = loss.Value(score, target);
        var steepest = Math.Max(Math.Abs(low), Math.Abs(high));
        _loss += weight * value;
        _lossError +=
            (weight * ((steepest * delta) + (sums * (value + (steepest * delta))))) + (4 * double.Epsilon);

        var slope = loss.Derivative(score, target);
        for (var j = 0; j < _risk.Dimension; j++)
        {
            var factor = weight * Math.Abs(Feature(i, j));
            _gradient[j] += weight * slope * Feature(i, j);
            _gradientError[j] +=
                (factor * (high - low + (sums * steepest))) + (4 * double.Epsilon * (1 + factor));
        }
    }

    private void Divide(double by)
    {
        var gamma = Rounding.Gamma(_risk.Data.Count + 4);
        _lossError = (_lossError / by) + (gamma * Math.Abs(_loss / by)) + double.Epsilon;
        _loss /= by;
        for (var j = 0; j < _gradient.Length; j++)
        {
            _gradientError[j] =
                (_gradientError[j] / by) + (gamma * Math.Abs(_gradient[j] / by)) + double.Epsilon;
            _gradient[j] /= by;
        }
    }

    private void AddPenalty(ISmoothPenalty penalty)
    {
        var weights = Vector.From(_parameters.Take(_risk.Data.FeatureCount));
        var (value, gradient) = (penalty.Value(weights), penalty.Gradient(weights));
        _lossError += Rounding.Gamma(weights.Count + 8) * (value + _loss);
        _loss += value;
        for (var j = 0; j < weights.Count; j++)
        {
            _gradientError[j] += Rounding.Gamma(8) * (Math.Abs(_gradient[j]) + Math.Abs(gradient[j]));
            _gradient[j] += gradient[j];
        }
    }
}
