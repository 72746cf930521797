using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using Descent.Models;

namespace Descent.Properties;

/// <summary>
/// A valid value of any type that a public signature names, for sweeps over all signatures.
/// </summary>
/// <remarks>All fit together: every dimension is 2, and so is every number of rows.</remarks>
internal static class Examples
{
    private static readonly Matrix Features = Matrix.FromRows([1, 2], [3, 5]);
    private static readonly Dataset Data = new(Features, [0, 1], names: ["text", "b"]);
    private static readonly EmpiricalRisk Risk = new(Data, Loss.HalfSquared, bias: false);
    private static readonly EmpiricalRisk KinkRisk = new(Data, Loss.Absolute, bias: false);
    private static readonly GradientDescent Rule = new(0.1);
    private static readonly State<NoMemory> Start = Rule.Init(Risk, [1, 2]);

    private static readonly LinearRegression Learner = new(new Ridge(1));

    private static readonly Dataset Classes =
        new(Matrix.FromRows([1, 2], [3, 5], [2, 1], [0, 4]), [0, 1, 0, 1]);
    private const string Csv = "text,b,c,w\n0,1,2,1\n1,0,2,1\n";
    private const string LibSvm = "0 1:1\n1 1:2\n";

    private static string Json => ModelJson.Write(new LogisticModel([1, 2], 0));

    private static readonly IResidualObjective Fit = Residuals.From(2, 2, x => x, _ => Features);

    private static readonly Dictionary<Type, object> Values = new()
    {
        [typeof(bool)] = true,
        [typeof(int)] = 1,
        [typeof(long)] = 1L,
        [typeof(double)] = 0.5,
        [typeof(string)] = "text",
        [typeof(long[])] = new[] { 1L, 2L },
        [typeof(Vector)] = Vector.Of(0, 1),
        [typeof(ImmutableArray<double>)] = ImmutableArray.Create(0.0, 1.0),
        [typeof(Matrix)] = Features,
        [typeof(Dataset)] = Data,
        [typeof(Standardizer)] = Standardizer.Fit(Data),
        [typeof(MinMaxScaler)] = MinMaxScaler.Fit(Data),
        [typeof(Categories)] = Categories.InOrder(["text", "b"]),
        [typeof(OneHot)] = OneHot.Fit(Data, ["text"], ignoreUnknown: true),
        [typeof(ILoss)] = Loss.HalfSquared,
        [typeof(IPenalty)] = new L2(1),
        [typeof(ISmoothPenalty)] = new L2(1),
        [typeof(IProximalPenalty)] = new L1(1),
        [typeof(State<CoordinateMemory>)] = new CoordinateDescent(new L1(1)).Init(Risk, [1, 2]),
        [typeof(EmpiricalRisk)] = Risk,
        [typeof(Risk)] = Risk,
        [typeof(SoftmaxRisk)] = new SoftmaxRisk(Data, classes: 2),
        [typeof(IObjective)] = Risk,
        [typeof(IStochasticObjective)] = new MiniBatches(Risk, 1, 7),
        [typeof(GradientReport)] = GradientCheck.Of(Risk, [1, 2]),
        [typeof(HessianReport)] = HessianCheck.Of(Risk, _ => Features, [1, 2]),
        [typeof(LearningRate)] = LearningRate.Constant(0.1),
        [typeof(State<NoMemory>)] = Start,
        [typeof(IOptimizer<NoMemory>)] = Rule,
        [typeof(IScalarRateOptimizer<NoMemory>)] = Rule,
        [typeof(IDiagonalRateOptimizer<NoMemory>)] = new SignDescent(0.1),
        [typeof(IConvexSet)] = new UnitBall(),
        [typeof(ICoordinateSet)] = new Bounds(0, 1),
        [typeof(Rprop)] = new Rprop(),
        [typeof(Armijo)] = new Armijo(),
        [typeof(ILineSearch)] = new Armijo(),
        [typeof(ITwiceDifferentiable)] = Risk,
        [typeof(IHessian)] = Hessian.From(Features),
        [typeof(IResidualObjective)] = Fit,
        [typeof(StrongWolfe)] = new StrongWolfe(),
        [typeof(HagerZhang)] = new HagerZhang(),
        [typeof(InverseHessian)] = new InverseHessian([1, 0, 0, 1]),
        [typeof(Cholesky)] = Cholesky.Modified(Features),
        [typeof(RateSearch)] = new RateSearch(),
        [typeof(ProjectedGradient)] = new ProjectedGradient(new UnitBall()),
        [typeof(IMinimizer<NoMemory>)] = new Stepper(),
        [typeof(IMinimizer<IObjective, NoMemory>)] = new Stepper(),
        [typeof(Linq.Training<NoMemory>)] = Linq.MinimizeExtensions.Minimize(Rule, Risk, [1, 2]),
        [typeof(IModel)] = new LogisticModel([1, 2], 0),
        [typeof(IClassifier)] = new LogisticModel([1, 2], 0),
        [typeof(IProbabilisticClassifier)] = new LogisticModel([1, 2], 0),
        [typeof(FitReport)] = new FitReport("text"),
        [typeof(LinearModel)] = new LinearModel([1, 2], 0),
        [typeof(SoftmaxModel)] = new SoftmaxModel(Features, [0, 0]),
        [typeof(PolynomialModel)] = new PolynomialModel(1, [0, 0], [1, 1], [1, 2], 0),
        [typeof(Distance)] = Distance.Manhattan,
        [typeof(KNearest)] = new KNearestClassifier(1),
        [typeof(NeighborVoteModel)] = new KNearestClassifier(1).Fit(Data).Model,
        [typeof(NeighborMeanModel)] = new KNearestRegressor(1).Fit(Data).Model,
        [typeof(IPreparation)] = Prepare.Nothing,
        [typeof(IFeatureMap)] = Prepare.Nothing.Fit(Data),
        [typeof(Imputation)] = Imputation.Mean,
        [typeof(PipelineModel<IModel>)] = Piped<IModel>(),
        [typeof(PipelineModel<IClassifier>)] = Piped<IClassifier>(),
        [typeof(PipelineModel<IProbabilisticClassifier>)] = Piped<IProbabilisticClassifier>(),
        [typeof(IReadOnlyDictionary<string, Categories>)] =
            new Dictionary<string, Categories> { ["text"] = Categories.InOrder(["text", "b"]) },
        [typeof(string[])] = new[] { "text", "b" },
        [typeof(TextWriter)] = TextWriter.Null,
        [typeof(MissingValues)] = MissingValues.Refuse,
        [typeof(CsvFormat)] = new CsvFormat(),
        [typeof(CsvDataset)] = CsvDataset.Read(new StringReader(Csv), "text"),
        [typeof(IEnumerable<int>)] = new[] { 0, 1 },
        [typeof(IEnumerable<MatrixEntry>)] = new[] { new MatrixEntry(0, 0, 1) },
        [typeof(MatrixEntry[])] = new[] { new MatrixEntry(0, 0, 1) },
        [typeof(IEnumerable<string>)] = new[] { "text", "b" },
        [typeof(StopRule)] = StopRule.Steps(1),
        [typeof(StopMemory)] = StopRule.Steps(1).Init(),
        [typeof(StopReason)] = new StopReason(1, [new("loss", 0.5, "≤", 1)]),
        [typeof(TreeNode)] = TreeNode.Leaf(1, 0, 0),
        [typeof(IEnumerable<TreeNode>)] = new[] { TreeNode.Leaf(1, 0, 0) },
        [typeof(ClassificationTree)] =
            new ClassificationTree([TreeNode.Leaf(1, 0, 0, [1, 0])], ["text", "b"]),
        [typeof(RegressionTree)] = new RegressionTree([TreeNode.Leaf(1, 0, 0)], ["text", "b"]),
        [typeof(DecisionTree)] = new RegressionTree([TreeNode.Leaf(1, 0, 0)], ["text", "b"]),
        [typeof(CartClassifier)] = new CartClassifier(),
        [typeof(CartRegressor)] = new CartRegressor(),
        [typeof(IState)] = Start,
        [typeof(IProgress<State<NoMemory>>)] = new Progress<State<NoMemory>>(),
        [typeof(Folds)] = Classes.StratifiedKFold(2),
        [typeof(ILearner)] = Learner,
        [typeof(ILearner<IModel>)] = Learner,
        [typeof(IIterativeLearner<IModel>)] = Learner,
        [typeof(IFit<IModel>)] = Learner.Fit(Classes),
        [typeof(CrossValidation)] = CrossValidation.Of(Classes.KFold(2), Learner),
        [typeof(LinearClassifier)] = new LinearClassifier([1, 2], 0),
        [typeof(ILearner<IClassifier>)] = new LogisticRegression(new Ridge(1)),
        [typeof(ImmutableArray<bool>)] = ImmutableArray.Create(true, true),
        [typeof(ImmutableArray<IClassifier>)] =
            ImmutableArray.Create<IClassifier>(new LogisticModel([1, 2], 0)),
        [typeof(OneVsRestModel<IClassifier>)] =
            new OneVsRestModel<IClassifier>(2, [true, true], [new LogisticModel([1, 2], 0)]),
        [typeof(OneVsOneModel<IClassifier>)] =
            new OneVsOneModel<IClassifier>(2, [true, true], [new LogisticModel([1, 2], 0)]),
    };

    // Where values of one type are not interchangeable: two rows of one entry each, a range with two ends,
    // and features as an encoder makes them, which alone can be restored.
    private static readonly Dictionary<(Type, string Member, string Parameter), object> Particular = new()
    {
        [(typeof(Matrix), nameof(Matrix.FromCompressedRows), "columns")] = 2,
        [(typeof(Matrix), nameof(Matrix.FromCompressedRows), "starts")] = new[] { 0, 1, 2 },
        [(typeof(Matrix), nameof(Matrix.FromCompressedRows), "columnIndices")] = new[] { 0, 1 },
        [(typeof(MinMaxScaler), nameof(MinMaxScaler.Fit), "upper")] = 1.0,
        [(typeof(CsvDataset), nameof(CsvDataset.Write), "target")] = "y",
        [(typeof(CsvDataset), nameof(CsvDataset.Write), "weights")] = "w",
        [(typeof(LinearSvm), "set_Loss", "value")] = Loss.Hinge,
        [(typeof(OneHot), nameof(OneHot.Inverse), "data")] =
            Data.WithFeatures(Matrix.FromRows([0, 2], [1, 5])),
        [(typeof(ProbabilityScores), nameof(ProbabilityScores.Of), "probabilities")] =
            Matrix.FromRows([0.5, 0.5], [1, 0]),
    };

    // Files, texts and streams of each format, made anew each time: who is told of one may use it up.
    private static readonly Dictionary<(Type Type, string Parameter), Func<object>> Fresh = new()
    {
        [(typeof(CsvDataset), "path")] = () => FileOf("example.csv", Csv),
        [(typeof(CsvDataset), "reader")] = () => new StringReader(Csv),
        [(typeof(CsvDataset), "categorical")] = () => new[] { "b" },
        [(typeof(CsvDataset), "weights")] = () => "w",
        [(typeof(CsvDataset), "ignore")] = () => new[] { "c" },
        [(typeof(LibSvmFile), "path")] = () => FileOf("example.libsvm", LibSvm),
        [(typeof(LibSvmFile), "reader")] = () => new StringReader(LibSvm),
        [(typeof(ModelFile), "path")] = () => FileOf("example.json", Json),
        [(typeof(ModelFile), "stream")] = () => new MemoryStream(Encoding.UTF8.GetBytes(Json)),
        [(typeof(ModelJson), "json")] = () => Json,
    };

    // What a type asks of a parameter by its name, in all members.
    private static readonly Dictionary<(Type Type, string Parameter), object> OfEveryMember = new()
    {
        [(typeof(SoftmaxRisk), "classes")] = 2,
        [(typeof(ClassificationTree), "nodes")] = new[] { TreeNode.Leaf(1, 0, 0, [1, 0]) },
        [(typeof(CartClassifier), nameof(CartClassifier.Classes))] = 2,
        [(typeof(Hessian), "dimension")] = 2,
        [(typeof(Residuals), "dimension")] = 2,
        [(typeof(Residuals), "count")] = 2,
        [(typeof(Newton), "state")] = new Newton().Init(Risk, [1, 2]),
        [(typeof(NewtonCG), "state")] = new NewtonCG().Init(Risk, [1, 2]),
        [(typeof(TrustRegionNewton), "state")] = new TrustRegionNewton().Init(Risk, [1, 2]),
        [(typeof(GaussNewton), "state")] = new GaussNewton().Init(Fit, [1, 2]),
        [(typeof(LevenbergMarquardt), "state")] = new LevenbergMarquardt().Init(Fit, [1, 2]),
        [(typeof(SoftmaxRisk), "parameters")] = Vector.Zeros(6),
        [(typeof(LinearRegression), "parameters")] = Vector.Zeros(3),
        [(typeof(LogisticRegression), "parameters")] = Vector.Zeros(3),
        [(typeof(HuberRegression), "parameters")] = Vector.Zeros(3),
        [(typeof(PolynomialRegression), "parameters")] = Vector.Zeros(3),
        [(typeof(SoftmaxRegression), "parameters")] = Vector.Zeros(6),
        [(typeof(IterativePipeline<IModel>), "parameters")] = Vector.Zeros(3),
        [(typeof(Rprop), nameof(Rprop.Growth))] = 1.5,
        [(typeof(StrongWolfe), nameof(StrongWolfe.SufficientDecrease))] = 0.1,
        [(typeof(HagerZhang), nameof(HagerZhang.SufficientDecrease))] = 0.1,
        [(typeof(ProjectedGradient), nameof(ProjectedGradient.Fraction))] = 0.1,
        [(typeof(OneVsRestModel<IClassifier>), "FeatureCount")] = 2,
        [(typeof(OneVsOneModel<IClassifier>), "FeatureCount")] = 2,
        [(typeof(LinearSvm), "parameters")] = Vector.Zeros(3),
        [(typeof(QuantileRegression), "parameters")] = Vector.Zeros(3),
        [(typeof(Perceptron), "parameters")] = Vector.Zeros(3),
        [(typeof(CrossValidation), "folds")] = 2,
        [(typeof(GridSearch), "folds")] = 2,
        [(typeof(LearningCurve), "folds")] = 2,
        [(typeof(LearningCurve), "sizes")] = new[] { 1, 1 },
        [(typeof(LockStep), "folds")] = 2,
        [(typeof(PathSelection), "data")] = Classes,
        [(typeof(PathSelection), "folds")] = 2,
        [(typeof(PathSelection), "strengths")] = Vector.Of(1, 0.5),
        [(typeof(ToyData), "classes")] = 2,
        [(typeof(InteriorPoint), "objective")] = KinkRisk,
        [(typeof(InteriorPoint), "state")] = new InteriorPoint().Init(KinkRisk, [1, 2]),
    };

    /// <summary>A value for a parameter, which fits those for the others of its member.</summary>
    public static object Of(ParameterInfo parameter, Type type)
    {
        var place = (parameter.Member.DeclaringType!, parameter.Member.Name, parameter.Name!);
        return Particular.TryGetValue(place, out var value)
            ? value
            : Fresh.GetValueOrDefault((place.Item1, place.Item3))?.Invoke()
                ?? OfEveryMember.GetValueOrDefault((place.Item1, place.Item3))
                ?? (parameter.Name == "path" ? CheckpointFile() : Of(type));
    }

    /// <summary>A value of the type, or an exception that names the type.</summary>
    public static object Of(Type type)
    {
        if (Values.TryGetValue(type, out var value))
            return value;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(0)!;
        if (type.IsArray)
            return ArrayOf(type.GetElementType()!);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            return ArrayOf(type.GetGenericArguments()[0]);
        if (type.IsSubclassOf(typeof(Delegate)))
            return Function(type);
        if (type == typeof(Stream))
            return new MemoryStream(File.ReadAllBytes(CheckpointFile()));
        return Constructed(type);
    }

    /// <summary>A type closed over arguments that its constraints allow; other types as they are.</summary>
    public static Type Closed(Type type) =>
        type.IsGenericTypeDefinition ? type.MakeGenericType(Arguments(type.GetGenericArguments())) : type;

    public static MethodInfo Closed(MethodInfo method) =>
        method.IsGenericMethodDefinition
            ? method.MakeGenericMethod(Arguments(method.GetGenericArguments()))
            : method;

    private static Type[] Arguments(Type[] parameters) => Array.ConvertAll(
        parameters,
        parameter => parameter.GetGenericParameterConstraints() is [var constraint, ..]
            ? constraint == typeof(IState) ? typeof(State<NoMemory>) : constraint
            : parameter.Name.EndsWith("Memory", StringComparison.Ordinal)
                ? typeof(NoMemory)
                : typeof(double));

    /// <summary>A file of a number, made anew each time, since who is told of it may write there.</summary>
    private static string CheckpointFile()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "example.checkpoint");
        Linq.Checkpoint.Save(path, 0.5);
        return path;
    }

    private static string FileOf(string name, string text)
    {
        var path = Path.Combine(AppContext.BaseDirectory, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static PipelineModel<TModel> Piped<TModel>()
        where TModel : class, IModel =>
        PipelineModel.Of(Prepare.Nothing.Fit(Data), (TModel)(object)new LogisticModel([1, 2], 0));

    private static Array ArrayOf(Type element)
    {
        var array = Array.CreateInstance(element, 2);
        array.SetValue(Of(element), 0);
        array.SetValue(Of(element), 1);
        return array;
    }

    /// <summary>A function of the delegate's shape that gives an example whatever it is told.</summary>
    private static Delegate Function(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        var parameters = invoke.GetParameters().Select(one => Expression.Parameter(one.ParameterType));
        Expression body = invoke.ReturnType == typeof(void)
            ? Expression.Empty()
            : Expression.Constant(Of(invoke.ReturnType), invoke.ReturnType);
        return Expression.Lambda(type, body, parameters).Compile();
    }

    private static object Constructed(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(one => one.GetParameters().Length);
        if (constructor is not null && !type.IsAbstract)
            return constructor.Invoke([.. constructor.GetParameters().Select(one => Of(one.ParameterType))]);
        return type.IsValueType
            ? Activator.CreateInstance(type)!
            : throw new NotSupportedException($"{nameof(Examples)} has no value of {type}; add one.");
    }

    private sealed class Stepper : IMinimizer<NoMemory>
    {
        public State<NoMemory> Init(IObjective objective, Vector parameters) =>
            Rule.Init(objective, parameters);

        public State<NoMemory> Step(IObjective objective, State<NoMemory> state) =>
            Rule.Step(objective, state);
    }
}
