using System.Collections.Immutable;

namespace Descent.Models;

/// <summary>Fills gaps that a column beside the feature marks with 1.</summary>
internal sealed record Imputing(Imputation How, Listed<string>? Columns, bool KeepMarks) : IPreparation
{
    public IFeatureMap Fit(Dataset training)
    {
        var names = Guard.NotNull(training).FeatureNames;
        var columns = Columns?.Items
            ?? [.. names.Where(name => names.Contains(Prepare.MissingMark(name)))];
        var places = ColumnNames.Places(names, columns);
        var marks = ColumnNames.Places(names, columns.Select(Prepare.MissingMark).ToImmutableArray());
        var fill = places.Items.Zip(marks.Items, (place, mark) => Learn(training, place, mark));
        return new ImputingMap(names, places, marks, Vector.From(fill), KeepMarks);
    }

    public override string ToString() =>
        $"impute {How}" + (Columns is { } columns ? $" of {columns}" : "");

    private double Learn(Dataset training, int place, int mark)
    {
        var there = Enumerable.Range(0, training.Count).Where(i => training.Features[i, mark] is 0).ToArray();
        var fill = How.Of(
            Vector.From(there.Select(i => training.Features[i, place])),
            Vector.From(there.Select(i => training.Weights[i])));
        return double.IsFinite(fill)
            ? fill
            : throw new ArgumentException(
                Guard.Text($"Column {place} ({training.FeatureNames[place]}) of features gives {fill} as ")
                + Guard.Text($"{How} of the {there.Length} values in the training rows; ")
                + "leave the column out, or impute a constant.",
                nameof(training));
    }
}

/// <summary>The numbers that fill gaps.</summary>
internal sealed record ImputingMap(
    Listed<string> InputNames, Listed<int> Places, Listed<int> Marks, Vector Fill, bool KeepMarks)
    : IFeatureMap
{
    private readonly Listed<int> _kept = Enumerable.Range(0, InputNames.Items.Length)
        .Where(j => KeepMarks || !Marks.Items.Contains(j)).ToImmutableArray();

    public int FeatureCount => InputNames.Items.Length;

    public ImmutableArray<string> FeatureNames => [.. _kept.Items.Select(j => InputNames.Items[j])];

    public Matrix Transform(Matrix features)
    {
        ModelGuard.Features(features, FeatureCount);
        var filled = Matrix.Fill(features.Rows, FeatureCount, (i, row) =>
        {
            features.Row(i).CopyTo(row);
            for (var k = 0; k < Fill.Count; k++)
                if (row[Marks.Items[k]] is not 0)
                    row[Places.Items[k]] = Fill[k];
        });
        return Gathered.From(features.IsSparse ? filled.ToSparse() : filled, _kept.Items);
    }

    public override string ToString() => Fill.Count == 0
        ? "impute nothing"
        : $"impute {string.Join(", ", Places.Items.Select(place => InputNames.Items[place]))} by {Fill:G6}";
}
