namespace Descent;

/// <summary>The learning rate η as a pure function of the step.</summary>
/// <remarks>
/// A number converts by itself: <c>new Momentum(0.05)</c>. Equality is by value, so that optimizers with
/// equal settings are equal (a rate from a function equals only rates from the same function).
/// </remarks>
public abstract record LearningRate
{
    private protected LearningRate()
    {
    }

    /// <summary>The rate of the step that leads from state <paramref name="step"/> to the next.</summary>
    /// <param name="step">The state's step, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
    public double At(long step) => Rate(Guard.AtLeast(step, 0L));

    /// <summary>The same rate at every step.</summary>
    /// <param name="rate">η, finite and greater than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is not in its range.</exception>
    public static LearningRate Constant(double rate) => new ConstantRate(Guard.Positive(rate));

    /// <summary>A rate of your own.</summary>
    /// <remarks>
    /// A rate below 0, which would climb, is refused at the step that asks for it; 0 stands still, and a rate
    /// that is not finite ends the run in a state that is not.
    /// </remarks>
    /// <param name="rate">A pure function of the step.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rate"/> is null.</exception>
    public static LearningRate From(Func<long, double> rate) => new FunctionRate(Guard.NotNull(rate));

    /// <summary>Falls by a factor every so many steps: <c>η₀ · factor^⌊t / every⌋</c>.</summary>
    /// <param name="initial">η₀, finite and greater than 0.</param>
    /// <param name="factor">In (0, 1).</param>
    /// <param name="every">How many steps a plateau lasts, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not in its range.</exception>
    public static LearningRate StepDecay(double initial, double factor, long every) =>
        new StepDecayRate(Guard.Positive(initial), Guard.ProperFraction(factor), Guard.AtLeast(every, 1L));

    /// <summary>Falls by a factor at every step: <c>η₀ · decayᵗ</c>.</summary>
    /// <param name="initial">η₀, finite and greater than 0.</param>
    /// <param name="decay">In (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not in its range.</exception>
    public static LearningRate Exponential(double initial, double decay) => StepDecay(initial, decay, 1);

    /// <summary>Falls as the inverse of time: <c>η₀ / (1 + decay · t)</c>.</summary>
    /// <remarks>With a decay above 0 the rates sum to infinity and their squares do not, as convergence under
    /// noise asks (Robbins, Monro 1951).</remarks>
    /// <param name="initial">η₀, finite and greater than 0.</param>
    /// <param name="decay">Finite and at least 0, per step.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not in its range.</exception>
    public static LearningRate InverseTime(double initial, double decay) =>
        new InverseTimeRate(Guard.Positive(initial), Guard.NonNegative(decay));

    /// <summary>
    /// Falls along half a cosine: <c>final + (η₀ − final) (1 + cos(π t / steps)) / 2</c>, then stays at
    /// final.
    /// </summary>
    /// <remarks>Loshchilov, Hutter 2017, without restarts.</remarks>
    /// <param name="initial">η₀, finite and greater than 0.</param>
    /// <param name="steps">How many steps the fall takes, at least 1.</param>
    /// <param name="final">The rate at the end, finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not in its range.</exception>
    public static LearningRate Cosine(double initial, long steps, double final = 0) =>
        new CosineRate(Guard.Positive(initial), Guard.AtLeast(steps, 1L), Guard.NonNegative(final));

    /// <summary>
    /// Rises to this rate first: <c>η(0) (t + 1) / (steps + 1)</c> for t &lt; steps, then <c>η(t −
    /// steps)</c>.
    /// </summary>
    /// <remarks>The rise is linear and starts above 0, so that no step is lost (Goyal et al. 2017).</remarks>
    /// <param name="steps">How many steps the rise takes, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is less than 1.</exception>
    public LearningRate WithWarmUp(long steps) => new WarmUpRate(this, Guard.AtLeast(steps, 1L));

    /// <summary>The constant rate of a number.</summary>
    /// <param name="rate">η, finite and greater than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is not in its range.</exception>
    public static implicit operator LearningRate(double rate) => Constant(rate);

    private protected abstract double Rate(long step);

    private sealed record ConstantRate(double Value) : LearningRate
    {
        private protected override double Rate(long step) => Value;

        public override string ToString() => Guard.Text($"{Value}");
    }

    private sealed record FunctionRate(Func<long, double> Function) : LearningRate
    {
        private protected override double Rate(long step) =>
            Function(step) is not < 0 and var rate
                ? rate
                : throw new InvalidOperationException(Guard.Text(
                    $"The rate function gave less than 0 for step {step}; return 0 or more."));

        public override string ToString() => "a function of the step";
    }

    private sealed record StepDecayRate(double Initial, double Factor, long Every) : LearningRate
    {
        private protected override double Rate(long step) => Initial * Elementary.Power(Factor, step / Every);

        public override string ToString() =>
            Every == 1
                ? Guard.Text($"{Initial} · {Factor}^t")
                : Guard.Text($"{Initial} · {Factor}^⌊t/{Every}⌋");
    }

    private sealed record InverseTimeRate(double Initial, double Decay) : LearningRate
    {
        private protected override double Rate(long step) => Initial / (1 + (Decay * step));

        public override string ToString() => Guard.Text($"{Initial} / (1 + {Decay} t)");
    }

    private sealed record CosineRate(double Initial, long Steps, double Final) : LearningRate
    {
        private protected override double Rate(long step) =>
            Final + ((Initial - Final) * (1 + Elementary.CosPi((double)Math.Min(step, Steps) / Steps)) / 2);

        public override string ToString() => Guard.Text($"cosine from {Initial} to {Final} in {Steps} steps");
    }

    private sealed record WarmUpRate(LearningRate Then, long Steps) : LearningRate
    {
        private protected override double Rate(long step) =>
            step < Steps ? Then.Rate(0) * (step + 1) / (Steps + 1.0) : Then.Rate(step - Steps);

        public override string ToString() => Guard.Text($"{Then} after {Steps} steps of warm-up");
    }
}
