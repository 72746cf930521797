namespace Descent;

/// <summary>What a walk along single rows changes and reads.</summary>
/// <remarks>
/// <c>w ← prox(w − η (a + ∇S(w) + N cᵢ (ℓ′ᵢ − tᵢ) x̃ᵢ / D))</c>, row after row: a is the mean gradient that
/// the table of slopes t tells, S the smooth penalty of the risk, D what its losses are divided by. Spans of
/// weights are as long as a padded row, zeros behind the last.
/// </remarks>
internal readonly ref struct ReducedWalk
{
    /// <summary>The risk.</summary>
    public required EmpiricalRisk Risk { get; init; }

    /// <summary>What prox is of; null for nothing.</summary>
    public required IProximalPenalty? Penalty { get; init; }

    /// <summary>η.</summary>
    public required double Rate { get; init; }

    /// <summary>The samples followed, one after the other.</summary>
    public required ReadOnlySpan<int> Samples { get; init; }

    /// <summary>w, changed.</summary>
    public required Span<double> Weights { get; init; }

    /// <summary>The bias, changed, and the average's entry for it; empty where there is none.</summary>
    public required Span<double> Bias { get; init; }

    /// <summary>a, changed where the table learns.</summary>
    public required Span<double> Average { get; init; }

    /// <summary>t, changed where the table learns.</summary>
    public required Span<double> Table { get; init; }

    /// <summary>Whether the table takes the slopes that are seen.</summary>
    public required bool Learns { get; init; }

    /// <summary>Room for a gradient.</summary>
    public required Span<double> Room { get; init; }

    /// <summary>w ← w − η (a + ∇S(w)).</summary>
    public void Descend()
    {
        var gradient = Average;
        if (Risk.Penalty is not null)
        {
            Average.CopyTo(Room);
            var features = Risk.Data.FeatureCount;
            Risk.AddPenaltyOf(Weights[..features], 1, Room[..features]);
            gradient = Room;
        }

        Kernels.Elementwise(Weights, gradient, Weights, new Descended(Rate));
        if (!Bias.IsEmpty)
            Bias[0] -= Rate * Bias[1];
    }

    /// <summary>w ← prox(w).</summary>
    public void Shrink()
    {
        var weights = Weights[..Risk.Data.FeatureCount];
        if (Penalty is ISpanProximal inPlace)
        {
            inPlace.Shrink(weights, Rate);
        }
        else if (Penalty is not null)
        {
            var shrunk = Penalty.Proximal(Vector.Create(weights), Rate);
            Guard.SameLength(shrunk.Count, weights.Length, "the weights", "Penalty.Proximal(weights, step)");
            shrunk.AsSpan().CopyTo(weights);
        }
    }
}
