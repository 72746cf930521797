namespace Descent.Models;

/// <summary>Least squares of a polynomial of the features, with or without a penalty.</summary>
/// <remarks>
/// <para>A <see cref="LinearRegression"/> on products of up to <see cref="Degree"/> features
/// (<see cref="PolynomialFeatures"/>). The features are standardized, the products are taken, and these are
/// standardized, rows counting by their weights; so the system is well conditioned, and units do not matter.
/// The penalty R is on the coefficients of these columns of deviation 1, and there is always a bias.</para>
/// <para>Without a penalty the polynomial is that of least squares on the products themselves. Minimizer and
/// default rule are those of <see cref="LinearRegression"/>.</para>
/// </remarks>
/// <param name="Degree">The largest number of factors, at least 1; 1 is a plane.</param>
/// <param name="Penalty">R, or null for none.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Degree"/> is less than 1.</exception>
/// <exception cref="ArgumentException">
/// <paramref name="Penalty"/> has neither a gradient nor a proximal map.
/// </exception>
public sealed record PolynomialRegression(int Degree, IPenalty? Penalty = null)
    : IIterativeLearner<PolynomialModel>
{
    /// <summary>The largest number of factors, at least 1.</summary>
    public int Degree { get; init => field = Guard.AtLeast(value, 1, nameof(Degree)); } =
        Guard.AtLeast(Degree, 1);

    /// <summary>R, or null for none.</summary>
    public IPenalty? Penalty { get; init => field = PenalizedRisk.Known(value); } =
        PenalizedRisk.Known(Penalty);

    /// <summary>When a fit stops; null for the rule of <see cref="LinearRegression"/>.</summary>
    public StopRule? Stop { get; init; }

    /// <inheritdoc/>
    public IFit<PolynomialModel> Fit(Dataset data)
    {
        var basis = BasisOf(data);
        return FitOf(basis, Line.Fit(basis.Data));
    }

    /// <summary>Fits from a model on, such as that of data or of a penalty nearby.</summary>
    /// <param name="data">The rows to learn from.</param>
    /// <param name="start">Where the training starts: of the same degree.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The model has another degree or other features.</exception>
    public IFit<PolynomialModel> Fit(Dataset data, PolynomialModel start)
    {
        var basis = BasisOf(data);
        return FitOf(basis, Line.Fit(basis.Data, basis.LineOf(Guard.NotNull(start))));
    }

    /// <inheritdoc/>
    public IEnumerable<IState> Training(Dataset data) => Line.Training(BasisOf(data).Data);

    /// <summary>The states of a training from a model on, lazily.</summary>
    /// <inheritdoc cref="Fit(Dataset, PolynomialModel)"/>
    public IEnumerable<IState> Training(Dataset data, PolynomialModel start)
    {
        var basis = BasisOf(data);
        return Line.Training(basis.Data, basis.LineOf(Guard.NotNull(start)));
    }

    /// <summary>
    /// Least squares on standardized products: what is minimized, but for a penalty with kinks.
    /// </summary>
    /// <param name="data">The rows to learn from.</param>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    public EmpiricalRisk Risk(Dataset data) => Line.Risk(BasisOf(data).Data);

    /// <inheritdoc/>
    public PolynomialModel ModelOf(Dataset data, Vector parameters)
    {
        var basis = BasisOf(data);
        return basis.ModelOf(Line.ModelOf(basis.Data, parameters));
    }

    /// <summary>The name and the settings that are not the usual ones.</summary>
    public override string ToString() =>
        LearnerText.Of(nameof(PolynomialRegression), Degree, Penalty);

    private LinearRegression Line => new(Penalty) { Stop = Stop };

    private PolynomialBasis BasisOf(Dataset data) => PolynomialBasis.Of(data, Degree);

    private static Fit<PolynomialModel> FitOf(PolynomialBasis basis, IFit<LinearModel> fit) =>
        new(basis.ModelOf(fit.Model), fit.Report);
}
