// A fixed seed makes every run check the same cases; DESCENT_REPLAY=fresh draws new ones.
// The second number is the golden gamma of SplitMix (Steele, Lea and Flood 2014).
[assembly: FsCheck.Xunit.Properties(
    Replay = "1847,11400714819323198485",
    Arbitrary = new[] { typeof(Descent.Properties.Generators) })]
