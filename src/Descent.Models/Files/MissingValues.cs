namespace Descent.Models;

/// <summary>What becomes of values that a file does not have.</summary>
/// <remarks>
/// <para><see cref="Refuse"/>, unless told otherwise. <see cref="Mark"/> is the honest way to keep such rows:
/// it learns nothing, and <see cref="Prepare.Impute"/> in a pipeline fills the gaps with what the training
/// rows tell, in each fold anew.</para>
/// <para><see cref="Fill"/> learns from the whole file. Where rows of it are tested on, their features have
/// then told the model something: the estimate leaks. A constant tells nothing.</para>
/// <para>A target or a weight that is missing cannot be filled: such a row is refused, or dropped by
/// <see cref="DropRows"/>.</para>
/// </remarks>
public sealed record MissingValues
{
    private MissingValues(string name) => Name = name;

    /// <summary>Refused, with the line and the column named.</summary>
    public static MissingValues Refuse { get; } = new("refuse");

    /// <summary>Rows with a missing value are left out.</summary>
    public static MissingValues DropRows { get; } = new("drop rows");

    /// <summary>Kept as gaps, each with a mark.</summary>
    /// <remarks>
    /// A column of numbers has 0 where a value is missing, and a column after it, named by
    /// <see cref="Prepare.MissingMark"/>, 1 there and 0 elsewhere. In a column of categories a gap is a
    /// category of its own, <c>NA</c>.
    /// </remarks>
    public static MissingValues Mark { get; } = new("mark");

    /// <summary>Filled with what the whole file tells: it leaks what is in test rows.</summary>
    /// <remarks>In a column of categories the most frequent one, however numbers are filled.</remarks>
    /// <param name="how">What takes the place of a number.</param>
    /// <exception cref="ArgumentNullException"><paramref name="how"/> is null.</exception>
    public static MissingValues Fill(Imputation how) =>
        new($"fill with {Guard.NotNull(how)}") { Imputation = how };

    /// <summary>What is done.</summary>
    public override string ToString() => Name;

    internal Imputation? Imputation { get; private init; }

    private string Name { get; }
}
