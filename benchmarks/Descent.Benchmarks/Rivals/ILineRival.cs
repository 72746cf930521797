namespace Descent.Benchmarks;

/// <summary>Gradient descent on half the mean square, with a slope and an intercept.</summary>
internal interface ILineRival
{
    /// <summary>What it is written with.</summary>
    string Name { get; }

    /// <summary>Steps from 0.</summary>
    /// <returns>The loss of the last evaluation.</returns>
    double Descend(int evaluations, double rate);
}
