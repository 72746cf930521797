using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Descent.Models;

/// <summary>Rows of data, in which the k nearest to a point are found.</summary>
internal sealed class NeighborIndex
{
    // Where boxes of so many dimensions are left out too seldom to pay, and what is too little to part.
    private const int MostTreeFeatures = 15;
    private const int LeastTreeRows = 64;
    private const int LeastTreeRowsPerNeighbor = 4;

    private readonly KNearest _settings;
    private readonly KdTree? _tree;

    /// <summary>Checks the settings against the data, and builds the tree where there is to be one.</summary>
    public NeighborIndex(KNearest settings, Dataset data)
    {
        (_settings, Data) = (settings, data);
        CheckCount();
        if (settings.Search == NeighborSearch.KdTree && !settings.Distance.IsOfDifferences)
        {
            throw new InvalidOperationException(
                $"{nameof(KNearest.Search)} is a k-d tree, but {settings.Distance} tells nothing of how far "
                + "a box is; leave the search automatic, or choose another distance.");
        }

        _tree = IsTreeWanted ? KdTree.Of(data) : null;
    }

    public Dataset Data { get; }

    public FitReport Report => new(ToString());

    /// <summary>The neighbours of a point, the nearest first.</summary>
    public ImmutableArray<Neighbor> Of(Vector row)
    {
        Guard.SameLength(row.Count, Data.FeatureCount, "the model's list of features", nameof(row));
        Guard.AllFinite(row.AsSpan(), nameof(row));
        return Of(row.AsSpan());
    }

    /// <summary>The neighbours of each row.</summary>
    public ImmutableArray<Neighbor>[] OfRows(Matrix features)
    {
        ModelGuard.Features(features, Data.FeatureCount);
        var result = new ImmutableArray<Neighbor>[features.Rows];
        for (var i = 0; i < result.Length; i++)
        {
            var row = features.Row(i);
            if (!Kernels.AllFinite(row))
                Guard.AllFinite(row, Guard.Text($"features[{i}]"));
            result[i] = Of(row);
        }

        return result;
    }

    /// <summary>Whether both hold equal rows with equal targets and weights.</summary>
    public bool HasRowsOf(NeighborIndex other) =>
        ReferenceEquals(Data, other.Data)
        || (Data.Targets == other.Data.Targets
            && Data.Weights == other.Data.Weights
            && Data.Features == other.Data.Features);

    /// <summary>What is searched, and how.</summary>
    public override string ToString() =>
        Guard.Text($"the {_settings.K} nearest of {Data.Count} rows, {_settings.Distance}, ")
        + Guard.Text($"{_settings.Weights} weights, {_tree?.ToString() ?? "every row looked at"}");

    private bool IsTreeWanted => _settings.Search switch
    {
        // Rows without features are all in one place, which no box can part.
        NeighborSearch.KdTree => Data.FeatureCount > 0,
        NeighborSearch.BruteForce => false,
        _ => _settings.Distance.IsOfDifferences
            && !Data.Features.IsSparse
            && Data.FeatureCount is > 0 and <= MostTreeFeatures
            && Data.Count >= LeastTreeRows
            && Data.Count / LeastTreeRowsPerNeighbor >= _settings.K,
    };

    private void CheckCount()
    {
        var total = Data.IsWeighted ? Data.Weights.Sum() : Data.Count;
        if (NeighborWeighing.CanFill(total, _settings.K))
            return;

        throw new ArgumentException(
            (Data.IsWeighted
                ? Guard.Text($"The weights of the {Data.Count} rows of data add up to {total}, ")
                : Guard.Text($"data has {Data.Count} rows, "))
            + Guard.Text($"but K is {_settings.K}; choose a K of at most that, or more rows. ")
            + "A row of weight 2 counts as two.",
            "data");
    }

    private ImmutableArray<Neighbor> Of(ReadOnlySpan<double> row)
    {
        var point = new double[Lanes.Padded(row.Length)];
        row.CopyTo(point);
        var nearest = new NearestRows(_settings.K, Data.IsWeighted);
        if (_tree is null)
            LookAtAll(point, nearest);
        else
            _tree.Search(point, _settings.Distance, nearest);
        return NeighborWeighing.Of(nearest.InOrder(), _settings.K, _settings.Weights);
    }

    private void LookAtAll(double[] point, NearestRows nearest)
    {
        var features = Data.Features;
        var room = features.IsSparse ? new double[point.Length] : [];
        for (var i = 0; i < Data.Count; i++)
        {
            var weight = Data.IsWeighted ? Data.Weights[i] : 1;
            if (weight == 0)
                continue;

            var row = features.Store is SparseRows sparse
                ? Spread(sparse, features.StoredAt(i), room)
                : Padded(features.Row(i), point.Length);
            nearest.Add(i, _settings.Distance.Of(point, row, Data.FeatureCount), weight);
            if (features.Store is SparseRows used)
                Clear(used, features.StoredAt(i), room);
        }
    }

    // The zeros that fill up a stored row are there to be read.
    private static ReadOnlySpan<double> Padded(ReadOnlySpan<double> row, int length) =>
        MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetReference(row), length);

    private static double[] Spread(SparseRows store, int row, double[] room)
    {
        var columns = store.ColumnsOf(row);
        var values = store.ValuesOf(row);
        for (var k = 0; k < columns.Length; k++)
            room[columns[k]] = values[k];
        return room;
    }

    private static void Clear(SparseRows store, int row, double[] room)
    {
        foreach (var column in store.ColumnsOf(row))
            room[column] = 0;
    }
}
