namespace Descent.Models;

// Classes in a plane.
public static partial class ToyData
{
    /// <summary>Round clouds, one for each class, around the corners of a regular polygon.</summary>
    /// <remarks>
    /// <c>centre_k = r (cos 2πk/K, sin 2πk/K)</c> with <c>r = distance / (2 sin(π/K))</c>, so that neighbours
    /// are <paramref name="distance"/> apart; <c>x = centre + spread (ε, δ)</c>. A linear classifier is the
    /// best there is for two classes; how much they overlap is by distance / spread.
    /// </remarks>
    /// <param name="count">How many rows, at least 1.</param>
    /// <param name="classes">K, at least 2.</param>
    /// <param name="spread">The standard deviation of a cloud in each direction, at least 0.</param>
    /// <param name="distance">From a centre to its neighbours, greater than 0.</param>
    /// <param name="seed">The same seed gives the same rows, on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    public static Dataset Blobs(
        int count, int classes = 3, double spread = 1, double distance = 6, Seed seed = default)
    {
        Guard.AtLeast(classes, 2);
        Guard.NonNegative(spread);
        var radius = Guard.Positive(distance) / (2 * SinPi(1.0 / classes));
        return Classes(count, classes, spread, seed, (i, _) =>
        {
            var turn = 2.0 * (i % classes) / classes;
            return (radius * Elementary.CosPi(turn), radius * SinPi(turn));
        });
    }

    /// <summary>Round clouds, one for each class, around centres of one's own.</summary>
    /// <remarks><c>x = centre_k + spread (ε₁, …, ε_d)</c>.</remarks>
    /// <param name="count">How many rows, at least 1.</param>
    /// <param name="centers">The centres, one row for each class, of any number of features.</param>
    /// <param name="spread">The standard deviation of a cloud in each direction, at least 0.</param>
    /// <param name="seed">The same seed gives the same rows, on every machine.</param>
    /// <exception cref="ArgumentNullException"><paramref name="centers"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    /// <exception cref="ArgumentException">
    /// There are fewer than two centres, or a coordinate is not finite.
    /// </exception>
    public static Dataset Blobs(int count, Matrix centers, double spread = 1, Seed seed = default)
    {
        Guard.AtLeast(count, 1);
        Guard.NonNegative(spread);
        Guard.AtLeast(Guard.NotNull(centers).Rows, 2, "centers.Rows");
        var (classes, width) = (centers.Rows, (long)centers.Columns);
        return new(
            Matrix.From(count, centers.Columns, (i, j) =>
                Math.FusedMultiplyAdd(spread, seed.Normal((width * i) + j), centers[i % classes, j])),
            Vector.From(Enumerable.Range(0, count).Select(i => (double)(i % classes))));
    }

    /// <summary>Two half circles that reach into each other.</summary>
    /// <remarks>
    /// Class 0: <c>(cos πt, sin πt)</c>; class 1: <c>(1 − cos πt, ½ − sin πt)</c>; each plus noise (ε, δ), as
    /// scikit-learn has them. No line tells them apart; a curve does.
    /// </remarks>
    /// <param name="count">How many rows, at least 1.</param>
    /// <param name="noise">The standard deviation of the noise in each direction, at least 0.</param>
    /// <param name="seed">The same seed gives the same rows, on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    public static Dataset Moons(int count, double noise = 0.1, Seed seed = default) =>
        Classes(count, 2, noise, seed, (i, t) => i % 2 == 0
            ? (Elementary.CosPi(t), SinPi(t))
            : (1 - Elementary.CosPi(t), 0.5 - SinPi(t)));

    /// <summary>A circle within a circle.</summary>
    /// <remarks>
    /// <c>r (cos 2πt, sin 2πt)</c> plus noise (ε, δ), r = 1 for class 0 and <paramref name="factor"/> for
    /// class 1. No line does much better than chance; x₁² + x₂² as a feature makes it a matter of one number.
    /// </remarks>
    /// <param name="count">How many rows, at least 1.</param>
    /// <param name="noise">The standard deviation of the noise in each direction, at least 0.</param>
    /// <param name="factor">The radius of the inner circle, in (0, 1).</param>
    /// <param name="seed">The same seed gives the same rows, on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    public static Dataset Circles(
        int count, double noise = 0.05, double factor = 0.5, Seed seed = default)
    {
        Guard.ProperFraction(factor);
        return Classes(count, 2, noise, seed, (i, t) =>
        {
            var radius = i % 2 == 0 ? 1 : factor;
            return (radius * Elementary.CosPi(2 * t), radius * SinPi(2 * t));
        });
    }

    /// <summary>Four clouds at the corners of a square, of which opposite ones are of one class.</summary>
    /// <remarks>
    /// Rows come in turn from (1, 1), (1, −1), (−1, −1), (−1, 1), plus noise (ε, δ); class 1 is where the
    /// corner's signs differ. A line that has three corners right is the best; x₁ x₂ as a feature suffices
    /// (Minsky, Papert 1969).
    /// </remarks>
    /// <param name="count">How many rows, at least 1.</param>
    /// <param name="noise">The standard deviation of a cloud in each direction, at least 0.</param>
    /// <param name="seed">The same seed gives the same rows, on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    public static Dataset Xor(int count, double noise = 0.3, Seed seed = default) =>
        Classes(count, 2, noise, seed, (i, _) => (i % 4 < 2 ? 1 : -1, i % 4 is 0 or 3 ? 1 : -1));

    /// <summary>Two spirals in each other.</summary>
    /// <remarks>
    /// <c>√t (cos θ, sin θ)</c> plus noise (ε, δ), <c>θ = 2π · turns · √t + π k</c> for class k: Archimedes'
    /// spirals, the rows of which lie about equally dense along them (Lang, Witbrock 1988). They meet at 0.
    /// </remarks>
    /// <param name="count">How many rows, at least 1.</param>
    /// <param name="turns">How often each goes round, greater than 0.</param>
    /// <param name="noise">The standard deviation of the noise in each direction, at least 0.</param>
    /// <param name="seed">The same seed gives the same rows, on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    public static Dataset Spirals(
        int count, double turns = 1.5, double noise = 0.02, Seed seed = default)
    {
        Guard.Positive(turns);
        return Classes(count, 2, noise, seed, (i, t) =>
        {
            var radius = Math.Sqrt(t);
            var turn = (2 * turns * radius) + (i % 2);
            return (radius * Elementary.CosPi(turn), radius * SinPi(turn));
        });
    }
}
