using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

/// <summary>A memory of recent values is the function itself, asked less often.</summary>
public sealed class RecentValuesLaws
{
    private const int Places = RecentValues<string>.Places;

    [Property]
    public void Whatever_the_keys_it_gives_the_function_s_values(long[] keys)
    {
        var values = new RecentValues<long>(key => ~key);
        Assert.All(keys.Select(key => key & long.MaxValue), key => Assert.Equal(~key, values.At(key)));
    }

    [Property]
    public void Keys_within_its_places_are_computed_once_in_whatever_order(long first, byte[] order)
    {
        var (values, computed) = Logged();
        var from = first & (long.MaxValue >> 1);
        var keys = order.Select(place => from + (place % Places)).ToArray();
        Assert.Equal(keys.Select(Text), keys.Select(values.At));
        Assert.Equal(keys.Distinct(), computed);
    }

    [Fact]
    public void Readers_a_few_keys_apart_do_not_push_out_each_other_s_values()
    {
        for (var apart = 0; apart < Places; apart++)
        {
            var (values, computed) = Logged();
            for (var key = 0L; key < 20; key++)
            {
                Assert.Equal(Text(key), values.At(key));
                Assert.Equal(Text(key), values.At(key));
                Assert.Equal(Text(key + apart), values.At(key + apart));
            }

            Assert.Equal(Enumerable.Range(0, 20 + apart).Select(key => (long)key), computed.Order());
        }
    }

    [Fact]
    public void Keys_that_share_a_place_take_it_from_each_other()
    {
        var (values, computed) = Logged();
        foreach (var key in new long[] { 3, 3 + Places, 3, 3, 3 + Places })
            Assert.Equal(Text(key), values.At(key));
        Assert.Equal([3, 3 + Places, 3, 3 + Places], computed);
    }

    [Fact]
    public void Any_number_of_threads_get_the_right_value_however_their_keys_collide()
    {
        // A value of several words: one read half before and half after a change would be neither.
        var values = new RecentValues<(long, long, string)>(Whole);
        var wrong = 0;
        Parallel.For(0, 8, thread =>
        {
            for (var i = 0; i < 50_000; i++)
            {
                // Twelve keys, three to a place, each thread in an order of its own.
                var key = ((i * (2L * thread + 1)) + (i / 7)) % (3 * Places);
                if (values.At(key) != Whole(key))
                    Interlocked.Increment(ref wrong);
            }
        });
        Assert.Equal(0, wrong);

        static (long, long, string) Whole(long key) => (key, ~key, Text(key));
    }

    [Fact]
    public void What_the_function_throws_the_caller_gets_and_may_ask_again()
    {
        var calls = 0;
        var values = new RecentValues<long>(key => ++calls == 1 ? throw new TimeoutException() : key);
        Assert.Throws<TimeoutException>(() => values.At(5));
        Assert.Equal(5, values.At(5));
        Assert.Equal(5, values.At(5));
        Assert.Equal(2, calls);
    }

    private static (RecentValues<string> Values, List<long> Computed) Logged()
    {
        var computed = new List<long>();
        return (new(key =>
        {
            computed.Add(key);
            return Text(key);
        }), computed);
    }

    private static string Text(long key) => FormattableString.Invariant($"value {key}");
}
