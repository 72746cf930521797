using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(DomainGenerators)])]
public sealed class LibSvmFileLaws
{
    [Fact]
    public void Lines_are_sparse_rows_and_labels_targets()
    {
        var data = Read("0.5 1:2 3:-1.5e0  # a comment\n\n# a line of it\n-3\t2:1\r\n7\n");

        Assert.True(data.Features.IsSparse);
        Assert.Equal(Matrix.FromRows([2, 0, -1.5], [0, 1, 0], [0, 0, 0]), data.Features);
        Assert.Equal([0.5, -3, 7], data.Targets);
        Assert.Equal(5, Read("1 2:1", 5).FeatureCount);
        Assert.Equal(0, Read("1\n2").FeatureCount);
        Assert.Equal(data.Features, CommaHabits.In(() => Read("0.5 1:2 3:-1.5\n-3 2:1\n7")).Features);
    }

    [Fact]
    public void Classes_are_the_labels_in_increasing_order()
    {
        var two = Classes("+1 1:1\n-1 1:2\n-1 1:3");
        Assert.Equal([-1, 1], two.Labels);
        Assert.Equal([1, 0, 0], two.Data.Targets);
        var three = Classes("3 1:1\n1 1:2\n2 1:3");
        Assert.Equal([2, 0, 1], three.Data.Targets);
        Assert.Equal([2, 2], Classes("3 1:1\n3 1:4", labels: three.Labels).Data.Targets);

        Refused("line 2: the label 0.5 is no whole number", () => Classes("1 1:1\n0.5 1:2"));
        Refused("line 3: the label 4 is none of [1, 2, 3]", () => Classes("1\n\n4", labels: three.Labels));
        Assert.Throws<ArgumentException>(() => Classes("1 1:1", labels: [1, 2, 1]));
        Assert.Throws<ArgumentException>(() => Classes("0 1:1", labels: [0, -0.0]));
    }

    [Theory]
    [InlineData("", "has no sample")]
    [InlineData("1 1:1\n1 qid:3 1:2", "line 2: 'qid:3' is a ranking group")]
    [InlineData("1 0:1", "line 1: an index is 0")]
    [InlineData("1 2:1 1:1", "line 1: the index 1 comes after 2")]
    [InlineData("1 2:1 2:1", "line 1: the index 2 comes after 2")]
    [InlineData("1 1:1\n\n\n1 1", "line 4: '1' is no entry")]
    [InlineData("1 1:1,5", "line 1: the value of index 1 is '1,5'")]
    [InlineData("1 1:nan", "line 1: the value of index 1 is 'nan'")]
    [InlineData("1 1:1e999", "line 1: the value of index 1 is '1e999'")]
    [InlineData("1 1:", "line 1: the value of index 1 is ''")]
    [InlineData("1,2 1:1", "line 1: the label is '1,2'")]
    [InlineData("1 -1:1", "line 1: '-1' is no index")]
    [InlineData("1 9999999999:1", "line 1: '9999999999' is no index")]
    [InlineData("1 4:1", "line 1: the index 4 is beyond the 3 features")]
    public void What_is_not_in_the_format_is_refused_by_its_line(string text, string message) =>
        Refused(message, () => Read(text, 3));

    [Property]
    public void Writing_and_reading_gives_every_bit_in_sparse_form(Regression sample)
    {
        var data = new Dataset(sample.Data.Features, sample.Data.Targets);
        var writer = new StringWriter();
        LibSvmFile.Write(writer, data);
        var sparse = new StringWriter();
        LibSvmFile.Write(sparse, data.WithFeatures(data.Features.ToSparse()));
        var read = Read(writer.ToString(), data.FeatureCount);

        Assert.Equal(data.Features, read.Features);
        Assert.Equal(data.Targets, read.Targets);
        Assert.True(read.Features.IsSparse);
        Assert.Equal(writer.ToString(), sparse.ToString());
        Bits.Equal(
            new LinearRegression(new Ridge(1)).Fit(data).Model.Parameters,
            new LinearRegression(new Ridge(1)).Fit(read).Model.Parameters);
    }

    [Fact]
    public void Files_are_read_and_written()
    {
        var folder = Directory.CreateTempSubdirectory("descent-libsvm").FullName;
        try
        {
            var path = Path.Combine(folder, "data.libsvm");
            var data = new Dataset(Matrix.FromRows([0.1, 0], [0, 1e-300]), [1, -1]);
            LibSvmFile.Write(path, data);
            Assert.Equal("1 1:0.1\n-1 2:1E-300\n", File.ReadAllText(path));
            Assert.Equal(data.Features, LibSvmFile.Read(path).Features);
            Assert.Equal([1, 0], LibSvmFile.ReadClasses(path).Data.Targets);
            var weighted = new Dataset(data.Features, data.Targets, [1, 2]);
            Assert.Throws<ArgumentException>("data", () => LibSvmFile.Write(path, weighted));
            Assert.Equal([path], Directory.GetFiles(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_long_text_is_read_in_one_pass()
    {
        // What is allocated grows with the text, not with its square: at most 64 times its 2-byte letters.
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"1 {1 + (i % 7)}:0.5 100:1\n"));
        Read(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var data = Read(text);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal((20_000, 100), (data.Count, data.FeatureCount));
        Assert.InRange(allocated, 0, 64L * 2 * text.Length);
    }

    private static Dataset Read(string text, int? features = null) =>
        LibSvmFile.Read(new StringReader(text), features);

    private static LibSvmClasses Classes(string text, Vector? labels = null) =>
        LibSvmFile.ReadClasses(new StringReader(text), labels: labels);

    private static void Refused(string message, Func<object> read) =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => read()).Message);
}
