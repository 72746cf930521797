namespace Descent.Models;

/// <summary>Scores of several folds: their mean, and how far they lie apart.</summary>
/// <remarks>
/// <para><c>mean = Σ sᵢ / n</c>, every fold alike; <c>spread = √(Σ (sᵢ − mean)² / (n − 1))</c>, the sample
/// standard deviation; <c>standard error = spread / √n</c>.</para>
/// <para>The folds share rows to train on, so their scores are not independent, and the standard error is a
/// rule of thumb: no estimate of it is free of bias (Bengio, Grandvalet 2004).</para>
/// </remarks>
/// <param name="Values">The scores; one that is not finite makes the mean so.</param>
public sealed record ScoreSummary(Vector Values)
{
    /// <summary>The mean; NaN of no score.</summary>
    public double Mean => Values.Sum() / Values.Count;

    /// <summary>The sample standard deviation; NaN of fewer than two scores.</summary>
    public double Spread
    {
        get
        {
            var mean = Mean;
            return Values.Map(score => score - mean).Norm / Math.Sqrt(Values.Count - 1);
        }
    }

    /// <summary>The spread over the root of the number of scores.</summary>
    public double StandardError => Spread / Math.Sqrt(Values.Count);

    /// <summary>The mean and the spread.</summary>
    public override string ToString() => Guard.Text($"{Mean:G4} ± {Spread:G2}");
}
