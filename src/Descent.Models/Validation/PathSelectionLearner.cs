namespace Descent.Models;

/// <summary>Chooses a strength by cross-validation, and gives the model of all rows at it.</summary>
internal sealed record PathSelectionLearner<TModel>(
    Func<Dataset, SelectedPath<TModel>> Select, double Tolerance, bool OneStandardError) : ILearner<TModel>
    where TModel : class, IModel
{
    public IFit<TModel> Fit(Dataset data)
    {
        var path = Select(Guard.NotNull(data));
        var chosen = OneStandardError ? path.OneStandardError : path.Best;
        return new Fit<TModel>(chosen.Model, new SelectionReport(
            $"{this}, λ chosen: {chosen}", chosen.Certificate.RelativeGap <= Tolerance));
    }

    public override string ToString() => "path selection";

    private sealed record SelectionReport(string Method, bool Converged) : FitReport(Method)
    {
        public override bool Converged { get; } = Converged;

        public override string ToString() => Method;
    }
}
