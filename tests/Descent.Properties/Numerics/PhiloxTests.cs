using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Descent.Properties;

/// <summary>The published vectors of Philox4x32-10.</summary>
public sealed class PhiloxTests
{
    // The known-answer tests of Random123 (Salmon, Moraes, Dror and Shaw): zeros, ones, and the digits of π.
    [Theory]
    [InlineData(
        new[] { 0U, 0U, 0U, 0U }, new[] { 0U, 0U },
        new[] { 0x6627E8D5U, 0xE169C58DU, 0xBC57AC4CU, 0x9B00DBD8U })]
    [InlineData(
        new[] { 0xFFFFFFFFU, 0xFFFFFFFFU, 0xFFFFFFFFU, 0xFFFFFFFFU }, new[] { 0xFFFFFFFFU, 0xFFFFFFFFU },
        new[] { 0x408F276DU, 0x41C83B0EU, 0xA20BC7C6U, 0x6D5451FDU })]
    [InlineData(
        new[] { 0x243F6A88U, 0x85A308D3U, 0x13198A2EU, 0x03707344U }, new[] { 0xA4093822U, 0x299F31D0U },
        new[] { 0xD16CFE09U, 0x94FDCCEBU, 0x5001E420U, 0x24126EA1U })]
    public void The_block_of_a_published_counter_and_key_is_the_published_one(
        uint[] counter, uint[] key, uint[] expected) =>
        Assert.Equal(expected, Words(counter, key));

    [ReferenceFact("rng/counter_based.json")]
    public void Every_vector_of_the_reference_collection_is_reproduced()
    {
        using var stream = File.OpenRead(Repository.SharedReference("rng/counter_based.json"));
        using var file = JsonDocument.Parse(stream);
        var vectors = file.RootElement.GetProperty("vectors").EnumerateArray()
            .Where(vector => vector.GetProperty("generator").GetString() == "philox4x32"
                && vector.GetProperty("rounds").GetInt32() == 10)
            .ToList();

        Assert.NotEmpty(vectors);
        Assert.All(vectors, vector => Assert.Equal(
            Numbers(vector, "expected"), Words(Numbers(vector, "counter"), Numbers(vector, "key"))));
    }

    [Fact]
    public void One_bit_of_the_counter_or_the_key_changes_about_half_the_bits()
    {
        // 192 neighbours of 128 bits: a fair coin's count of changes stays within 6 standard deviations.
        var origin = Words([1, 2, 3, 4], [5, 6]);
        var changes = Enumerable.Range(0, 192).Sum(bit =>
        {
            uint[] words = [1, 2, 3, 4, 5, 6];
            words[bit / 32] ^= 1U << (bit % 32);
            return Words(words[..4], words[4..]).Zip(origin, (a, b) => (int)uint.PopCount(a ^ b)).Sum();
        });

        const double Bits = 192 * 128;
        Assert.InRange(changes, (Bits / 2) - (3 * Math.Sqrt(Bits)), (Bits / 2) + (3 * Math.Sqrt(Bits)));
    }

    private static uint[] Words(uint[] counter, uint[] key)
    {
        var block = Philox4x32.Block(counter[0], counter[1], counter[2], counter[3], key[0], key[1]);
        return [block.Word0, block.Word1, block.Word2, block.Word3];
    }

    private static uint[] Numbers(JsonElement vector, string name) =>
    [
        .. vector.GetProperty(name).EnumerateArray().Select(word =>
            uint.Parse(word.GetString()!.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
    ];
}
