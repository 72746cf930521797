namespace Descent.Benchmarks;

/// <summary>Gradient descent on the mean logistic loss, written by a user of something else.</summary>
internal interface ILogisticRival
{
    /// <summary>What it is written with.</summary>
    string Name { get; }

    /// <summary>Steps over all rows from 0.</summary>
    /// <returns>The loss of the last evaluation.</returns>
    double FullBatch(int evaluations, double rate);

    /// <summary>Epochs over batches of rows in <see cref="ShuffledRows"/>'s order, from 0.</summary>
    /// <returns>The weights.</returns>
    double[] Epochs(int epochs, int size, double rate);
}
