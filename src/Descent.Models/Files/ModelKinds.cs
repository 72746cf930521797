using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>All kinds of models that a file can hold, in one place.</summary>
/// <remarks>
/// <para>A new model type is one line more in <see cref="All"/>: its name in the file, its fields, and the
/// constructor of these fields. <see cref="FieldWriter"/> and <see cref="FieldReader"/> have a method for
/// each kind of field: numbers, whole numbers, flags, texts, lists of them, dense and sparse matrices, nested
/// models and maps, lists of objects. What the constructor refuses is told as damage at the path.</para>
/// <para>A model that holds others reads them by <c>Model</c> or <c>Models</c>; a generic one hands them over
/// by their own type through <see cref="Use"/>, as <see cref="PipelineKind"/> does. A tree is written as
/// lists, one entry for each node, since JSON may not be nested deeply.</para>
/// <para>A name is never changed or used again. Fields that mean something else are a new name.</para>
/// </remarks>
internal static class ModelKinds
{
    public static ImmutableArray<ModelKind> All { get; } =
    [
        ModelKind.Of<LinearModel>(
            "linear",
            (to, model) => to.Numbers("weights", model.Weights).Number("bias", model.Bias),
            from => new(from.Numbers("weights"), from.Number("bias"))),
        ModelKind.Of<LogisticModel>(
            "logistic",
            (to, model) => to.Numbers("weights", model.Weights).Number("bias", model.Bias),
            from => new(from.Numbers("weights"), from.Number("bias"))),
        ModelKind.Of<SoftmaxModel>(
            "softmax",
            (to, model) => to.Matrix("weights", model.Weights).Numbers("biases", model.Biases),
            from => new(from.Matrix("weights"), from.Numbers("biases"))),
        ModelKind.Of<PolynomialModel>(
            "polynomial",
            (to, model) => to
                .Integer("degree", model.Degree).Numbers("center", model.Center).Numbers("scale", model.Scale)
                .Numbers("weights", model.Weights).Number("bias", model.Bias),
            from => new(
                from.Integer("degree"), from.Numbers("center"), from.Numbers("scale"),
                from.Numbers("weights"), from.Number("bias"))),
        ModelKind.Of<NeighborVoteModel>(
            "nearestVote",
            (to, model) => NeighborFields.Write(to, model.Settings, model.Data),
            from => NeighborFields.Classifier(from).Fit(NeighborFields.Data(from)).Model),
        ModelKind.Of<NeighborMeanModel>(
            "nearestMean",
            (to, model) => NeighborFields.Write(to, model.Settings, model.Data),
            from => NeighborFields.Regressor(from).Fit(NeighborFields.Data(from)).Model),
        ModelKind.Of<ClassificationTree>(
            "classificationTree", TreeFields.Write, from =>
            {
                var (nodes, names) = TreeFields.Read(from);
                return new(nodes, names);
            }),
        ModelKind.Of<RegressionTree>(
            "regressionTree", TreeFields.Write, from =>
            {
                var (nodes, names) = TreeFields.Read(from);
                return new(nodes, names);
            }),
        ModelKind.Of<LinearClassifier>(
            "linearClassifier",
            (to, model) => to.Numbers("weights", model.Weights).Number("bias", model.Bias),
            from => new(from.Numbers("weights"), from.Number("bias"))),
        .. MulticlassKinds.By<LogisticModel>("logistic"),
        .. MulticlassKinds.By<LinearClassifier>("linearClassifier"),
        .. MulticlassKinds.By<SoftmaxModel>("softmax"),
        .. MulticlassKinds.By<NeighborVoteModel>("nearestVote"),
        .. MulticlassKinds.By<ClassificationTree>("classificationTree"),
        new PipelineKind(),
    ];

    /// <exception cref="NotSupportedException">It is of no kind that a file can hold.</exception>
    public static void Write(FieldWriter fields, IModel model)
    {
        var kind = Find(model);
        kind.Write(fields.Text("kind", kind.Name), model);
    }

    /// <exception cref="InvalidDataException">
    /// The kind is not known, or a field is missing or wrong.
    /// </exception>
    public static IModel Read(FieldReader fields)
    {
        var name = fields.Text("kind");
        var kind = All.FirstOrDefault(one => one.Name == name) ?? throw new InvalidDataException(
            $"{fields.Path}.kind is '{name}', which is none of the kinds this version knows: "
            + $"{string.Join(", ", All.Select(one => one.Name))}. Read it with a later version.");
        return kind.Read(fields);
    }

    /// <summary>Hands a model over by its own type.</summary>
    public static TResult Use<TResult>(IModel model, IModelUser<TResult> user) =>
        Find(model).Use(model, user);

    private static ModelKind Find(IModel model) =>
        All.FirstOrDefault(kind => kind.Is(model)) ?? throw new NotSupportedException(
            $"A {model.GetType().Name} cannot be written: only the models of this library can. "
            + "Write what it is made of.");
}
