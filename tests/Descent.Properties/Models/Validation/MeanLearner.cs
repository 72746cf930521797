using Descent.Models;

namespace Descent.Properties;

/// <summary>Predicts the mean target of the rows it was fitted to, whatever the features.</summary>
internal sealed record MeanLearner : ILearner<MeanModel>
{
    public IFit<MeanModel> Fit(Dataset data) => new Fit<MeanModel>(
        new(data.FeatureCount, data.Targets.Sum() / data.Count), new FitReport("mean"));

    public override string ToString() => "mean";
}

internal sealed record MeanModel(int FeatureCount, double Value) : IModel
{
    public Vector Predict(Matrix features) => Value * Vector.Ones(features.Rows);
}
