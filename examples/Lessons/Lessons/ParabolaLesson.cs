using Descent;
using Descent.Linq;

namespace Lessons;

/// <summary>Descent on a parabola: the whole idea in one dimension.</summary>
public sealed class ParabolaLesson : ILesson
{
    /// <summary>The learning rate.</summary>
    public const double Rate = 0.1;

    /// <summary>A step of at most this size ends the run.</summary>
    public const double SmallStep = 1e-6;

    /// <summary>f(x) = x².</summary>
    public static IObjective Parabola { get; } = Objective.From(x => x * x, x => 2 * x);

    /// <inheritdoc/>
    public string Name => "a";

    /// <inheritdoc/>
    public string Title => "The parabola f(x) = x², from x = -5";

    /// <summary>The endless run; nothing is computed before somebody asks for a state.</summary>
    public static Training<NoMemory> Descend() => new GradientDescent(Rate).Minimize(Parabola, from: [-5]);

    /// <summary>The start and ten steps.</summary>
    public static IReadOnlyList<State<NoMemory>> FirstSteps() => [.. Descend().Take(11)];

    /// <summary>The first state whose next step would be small.</summary>
    public static State<NoMemory> Arrival() =>
        Descend().Until(s => Math.Abs(NextStep(s)) <= SmallStep).Last();

    /// <summary>How many updates are made as long as the next step is not small.</summary>
    public static int UpdatesBeforeArrival() =>
        Descend().TakeWhile(s => Math.Abs(NextStep(s)) > SmallStep).Count();

    /// <summary>h = α f′(x): what the next update takes away from x.</summary>
    public static double NextStep(IState state) => Rate * state.Gradient[0];

    /// <inheritdoc/>
    public void Print(Page page)
    {
        page.Say("""
            The gradient points uphill, so step against it: x ← x - h with the step h = α f'(x), here
            f'(x) = 2x and α = 0.1. Every update multiplies x by 1 - 2α = 0.8. The steps shrink with the
            slope, without any plan for it: the learning rate stays the same.
            """);
        page.Table(
            FirstSteps(),
            ("n", s => Show.Whole(s.Step)),
            ("x", s => Show.Exact(s.Parameters[0])),
            ("f(x)", s => Show.Exact(s.Loss)),
            ("next step h", s => Show.Exact(NextStep(s))));

        var arrival = Arrival();
        page.Say($"""
            Until |h| <= 1e-6, tested before the update: {UpdatesBeforeArrival()} updates.
            x = {Show.Exact(arrival.Parameters[0])}
            h = {Show.Exact(NextStep(arrival))}
            """);
    }

    /// <inheritdoc/>
    public IEnumerable<Drawing> Draw() => ParabolaPictures.Of(FirstSteps());
}
