namespace Descent.Models;

/// <summary>The training of some rows: its states, and the model that the parameters of one make.</summary>
/// <remarks>What is worked out from the rows alone, as a preparation, is worked out once.</remarks>
internal sealed record BoundTraining(IEnumerable<IState> States, Func<Vector, IModel> ModelOf)
{
    public static BoundTraining Of<TModel>(IIterativeLearner<TModel> learner, Dataset data)
        where TModel : class, IModel =>
        learner is IBindable own
            ? own.Bind(data)
            : new(learner.Training(data), parameters => learner.ModelOf(data, parameters));
}

/// <summary>A learner that works something out from the rows before it trains.</summary>
internal interface IBindable
{
    BoundTraining Bind(Dataset data);
}
