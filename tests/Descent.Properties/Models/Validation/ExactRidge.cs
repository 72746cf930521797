using Descent.Models;

namespace Descent.Properties;

/// <summary>Least squares or ridge regression whose coefficients are exact but for rounding them.</summary>
internal sealed record ExactRidge(double Strength = 0) : ILearner<LinearModel>
{
    public IFit<LinearModel> Fit(Dataset data)
    {
        var parameters = NormalEquations.Ridge(data, Strength);
        return new Fit<LinearModel>(new(parameters[..^1], parameters[^1]), new FitReport("exact"));
    }
}
