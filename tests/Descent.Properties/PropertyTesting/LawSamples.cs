using FsCheck.Fluent;
using Xunit;
using Xunit.Abstractions;

namespace FsCheck.Xunit;

/// <summary>Laws that <see cref="PropertyAttributeTests"/> runs itself, many of them false.</summary>
/// <remarks>It is not public, so xunit does not find it.</remarks>
#pragma warning disable xUnit1000 // A public class would put its false laws among the tests.
[Properties(MaxTest = 30, Arbitrary = [typeof(Sevens)])]
internal sealed class LawSamples(ITestOutputHelper output)
#pragma warning restore xUnit1000
{
    public List<int> Seen { get; } = [];

    [Property(Replay = "5,7")]
    public bool Numbers_stay_below_ten(int first, string second) => first < 10 || second is null;

    [Property]
    public void Asserting_fails_on_five(int number) => Assert.NotEqual(5, Math.Clamp(number, 0, 5));

    [Property]
    public Property Labelled(int number) => (number < 5).Label("below five");

    [Property]
    public Property Nothing_is_accepted(int number) => true.When(!number.Equals(number));

    [Property(MaxTest = 7, Replay = "5,7")]
    public void Seven_cases(int number) => Seen.Add(number);

    [Property]
    public void As_many_cases_as_the_class_says(int number) => Seen.Add(number);

    [Property(Replay = "5,7,3")]
    public void One_case(int number) => Seen.Add(number);

    [Property]
    public void Bytes_are_seven(byte number) => Assert.Equal(7, number);

    [Property(Arbitrary = [typeof(Eights)])]
    public void Bytes_are_eight(byte number) => Assert.Equal(8, number);

    [Property]
    public bool Nothing_is_generated()
    {
        Seen.Add(0);
        return true;
    }

    [Property]
    public async Task Awaited(int number)
    {
        await Task.Yield();
        Seen.Add(number);
    }

    [Property]
    public async Task Thrown_after_an_await(int number)
    {
        await Task.Yield();
        throw new InvalidOperationException($"late {number == 0}");
    }

    [Property]
    public async Task<bool> False_after_an_await(int number)
    {
        await Task.Yield();
        return number < 0;
    }

    [Property]
    public async void Nobody_can_wait(int number) => await Task.Delay(number & 1);

    [Property(Timeout = 50, MaxTest = 1)]
    public void Never_ends(int number)
    {
        output.WriteLine($"waiting with {number}");
        Thread.Sleep(Timeout.Infinite);
    }

    [Property(Skip = "for a reason")]
    public bool Skipped(int number) => !number.Equals(number);

    [Property]
    public static bool Static_laws_run(int number) => number.Equals(number);

    [Property(Verbose = true, MaxTest = 2)]
    public void Talks(int number) => output.WriteLine($"said {number.Equals(number)}");

    [Property(Arbitrary = [typeof(Broken)])]
    public bool Generator_throws(byte number) => number.Equals(number);

    [Property(Replay = "five")]
    public bool Unreadable_seed(int number) => number.Equals(number);

    public static class Sevens
    {
        public static Arbitrary<byte> Byte() => Gen.Constant((byte)7).ToArbitrary();
    }

    public static class Eights
    {
        public static Arbitrary<byte> Byte() => Gen.Constant((byte)8).ToArbitrary();
    }

    public static class Broken
    {
        public static Arbitrary<byte> Byte() =>
            Gen.Fresh<byte>(() => throw new InvalidOperationException("no bytes")).ToArbitrary();
    }
}
