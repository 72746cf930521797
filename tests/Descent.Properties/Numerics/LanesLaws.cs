using System.Runtime.Intrinsics;
using Xunit;

namespace Descent.Properties;

/// <summary>Eight lanes at once are eight times one lane, bit for bit.</summary>
public sealed class LanesLaws
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Eight_sums_at_once_are_the_sum_of_each(int seed)
    {
        var s = Enumerable.Range(0, 8).Select(k => Eight((10 * seed) + k)).ToArray();
        var sums = Lanes.Sums(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]);
        for (var k = 0; k < 8; k++)
            Bits.Equal(Lanes.Sum(s[k]), sums[k]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_sum_in_each_lane_is_the_sum(int seed)
    {
        var lanes = Eight(seed);
        var sums = Lanes.SumInEach(lanes);
        for (var k = 0; k < 8; k++)
            Bits.Equal(Lanes.Sum(lanes), sums[k]);
    }

    [Fact]
    public void The_mask_of_the_first_lanes_keeps_them_and_clears_the_others()
    {
        var lanes = Vector512.Create(1.5, double.NaN, -0.0, double.NegativeInfinity, 5, double.Epsilon, 7, 8);
        for (var count = 0; count <= 8; count++)
        {
            var kept = Lanes.First(count) & lanes;
            for (var k = 0; k < 8; k++)
                Bits.Equal(k < count ? lanes[k] : 0.0, kept[k]);
        }
    }

    [Fact]
    public void Numbers_and_zeros_after_them_are_loaded_and_stored_in_order()
    {
        var numbers = UglyNumbers.Sequence(20, 1);
        for (var count = 0; count <= 8; count++)
        {
            var lanes = Lanes.LoadPadded(numbers.AsSpan(3, count));
            var stored = new double[10];
            Lanes.Store(lanes, stored, 1);
            Assert.Equal([0, .. numbers[3..(3 + count)], .. new double[9 - count]], stored);
        }

        Assert.Equal(Vector512.Create(numbers, 5), Lanes.Load(numbers, 5));
    }

    [Fact]
    public void Skipping_what_is_misaligned_leads_to_the_start_of_a_line()
    {
        // Pinned, so that an address means something.
        var room = GC.AllocateArray<double>(64, pinned: true);
        var first = Lanes.Misalignment(room);
        for (var start = 0; start < 40; start++)
        {
            var skip = Lanes.Misalignment(room.AsSpan(start));
            Assert.InRange(skip, 0, 7);
            Assert.Equal(first, (start + skip) % 8);
        }
    }

    [Fact]
    public void Scratch_has_room_for_weights_and_total_from_a_line_on_wherever_it_begins()
    {
        foreach (var stride in new[] { 0, 8, 64, 104 })
        {
            var length = RiskScratch.Length(stride);
            var room = GC.AllocateArray<double>(length + 8, pinned: true);
            for (var start = 0; start < 8; start++)
            {
                Array.Fill(room, 3);
                var scratch = new RiskScratch(room.AsSpan(start, length));
                Assert.Equal(stride, scratch.Weights.Length);
                Assert.Equal(RiskTotal.Length(stride), scratch.Total.Length);
                Assert.False(scratch.Weights.Overlaps(scratch.Total));
                Assert.Equal(0, Lanes.Misalignment(scratch.Total));

                var weights = UglyNumbers.Sequence(Math.Max(0, stride - 3), 1);
                scratch.SetWeights(weights);
                Assert.Equal([.. weights, .. new double[stride - weights.Length]], scratch.Weights.ToArray());
            }
        }
    }

    [Fact]
    public void Rows_of_a_store_begin_lines_and_end_in_zeros()
    {
        for (var columns = 0; columns <= 17; columns++)
        {
            var store = new DenseRows(3, columns);
            Assert.Equal(Lanes.Padded(columns), store.Stride);
            for (var i = 0; i < 3; i++)
                store.Writable(i).Fill(i + 1);
            for (var i = 0; i < 3; i++)
            {
                Assert.Equal(Enumerable.Repeat(i + 1.0, columns), store.Row(i).ToArray());
                Assert.True(columns == 0 || Lanes.Misalignment(store.Row(i)) == 0);
            }
        }
    }

    /// <summary>Ugly numbers; with some seeds one of them is odd, with others all are −0.</summary>
    private static Vector512<double> Eight(int seed)
    {
        double[] odd = [0.0, -0.0, double.PositiveInfinity, double.NaN, double.MaxValue, double.Epsilon];
        var numbers = UglyNumbers.Sequence(8, seed);
        if (seed % 3 == 0)
            numbers[(seed / 3) % 8] = odd[(seed / 3) % odd.Length];
        if (seed % 5 == 0)
            Array.Fill(numbers, -0.0);
        return Vector512.Create(numbers);
    }
}
