using System.Globalization;
using System.Text;
using Descent.Models;
using FsCheck.Xunit;
using Xunit;

namespace Descent.Properties;

[Properties(Arbitrary = [typeof(DomainGenerators)])]
public sealed class CsvDatasetLaws
{
    private const string Cars =
        """
        id,size,colour,doors,price,bought
        1,1.5,red,4,10,yes
        2,-2e1,"light, blue",2,20,no
        3, .5 ,red,4,30,yes

        """;

    [Fact]
    public void Numbers_are_features_and_text_is_categories()
    {
        var csv = Read(Cars, "bought", ["doors"], "price", ["id"]);

        Assert.Equal(["size", "colour", "doors"], csv.Data.FeatureNames.AsEnumerable());
        Assert.Equal(Matrix.FromRows([1.5, 1, 1], [-20, 0, 0], [0.5, 1, 1]), csv.Data.Features);
        Assert.Equal([1, 0, 1], csv.Data.Targets);
        Assert.Equal([10, 20, 30], csv.Data.Weights);
        Assert.Equal(["light, blue", "red"], csv.Categories["colour"].Labels.AsEnumerable());
        Assert.Equal(["2", "4"], csv.Categories["doors"].Labels.AsEnumerable());
        Assert.Equal(["no", "yes"], csv.TargetCategories!.Labels.AsEnumerable());
        Assert.Equal(["colour", "doors"], csv.Categories.Keys.Order());
        Assert.Equal(
            "3 samples of 3 features; colour: [light, blue, red]; doors: [2, 4]; bought: [no, yes]",
            csv.ToString());
        Assert.Null(Read(Cars, "price", ignore: ["id"]).TargetCategories);
    }

    [Fact]
    public void Categories_become_columns_with_their_names()
    {
        var csv = Read(Cars, "bought", ["doors"], ignore: ["id", "price"]);
        var encoded = Prepare.OneHot(csv.Categories).Fit(csv.Data).Transform(csv.Data);
        Assert.Equal(["size", "colour=red", "doors=4"], encoded.FeatureNames.AsEnumerable());
        Assert.Equal(Matrix.FromRows([1.5, 1, 1], [-20, 0, 0], [0.5, 1, 1]), encoded.Features);
    }

    [Fact]
    public void Numbers_as_categories_are_numbered_by_size()
    {
        var csv = Read("class\n10\n9\nnone\n1\n", "class", ["class"]);
        Assert.Equal(["1", "9", "10", "none"], csv.TargetCategories!.Labels.AsEnumerable());
        Assert.Equal([2, 1, 3, 0], csv.Data.Targets);
        Assert.Equal(0, csv.Data.FeatureCount);
    }

    [Fact]
    public void Line_ends_marks_separators_and_cultures_change_nothing()
    {
        var expected = Read(Cars, "bought");
        Same(Read(Cars.Replace("\n", "\r\n"), "bought"));
        Same(Read(Cars.TrimEnd('\n'), "bought"));
        Same(CommaHabits.In(() => Read(Cars, "bought")));
        Same(CsvDataset.Read(
            new StringReader(Cars.Replace("light, blue", "light| blue").Replace(',', ';').Replace('|', ',')),
            "bought", format: new CsvFormat(';')));
        InFile(Encoding.UTF8.GetPreamble(), Same);
        InFile([], Same);

        void Same(CsvDataset read)
        {
            Assert.Equal(expected.Data.Features, read.Data.Features);
            Assert.Equal(expected.Data.FeatureNames.AsEnumerable(), read.Data.FeatureNames);
            Assert.Equal(
                expected.Categories["colour"].Labels.AsEnumerable(), read.Categories["colour"].Labels);
        }

        static void InFile(byte[] mark, Action<CsvDataset> check) => WithFile(path =>
        {
            File.WriteAllBytes(path, [.. mark, .. Encoding.UTF8.GetBytes(Cars)]);
            check(CsvDataset.Read(path, "bought"));
        });
    }

    [Fact]
    public void Without_a_header_columns_are_numbered()
    {
        var csv = CsvDataset.Read(
            new StringReader("1,2,a\n3,4,b"), "x3", format: new CsvFormat(HasHeader: false));
        Assert.Equal(["x1", "x2"], csv.Data.FeatureNames.AsEnumerable());
        Assert.Equal([0, 1], csv.Data.Targets);
        Assert.Equal(2, csv.Data.Count);
    }

    [Theory]
    [InlineData("a,y\n1,2\n,3\n", "line 3, column 'a': the value is missing ('')")]
    [InlineData("a,y\n1,2\nNA,3\n", "line 3, column 'a': the value is missing ('NA')")]
    [InlineData("a,y\n1,2\n?,3\n", "MissingValues.DropRows, Mark or Fill")]
    [InlineData("a,y\n1,2\n1,null\n", "line 3, column 'y': the value is missing ('null')")]
    [InlineData("a,y\n\"x\ny\",2\nz,3\n?,3\n", "line 5, column 'a'")]
    [InlineData("a,y\n1,2\n1\n", "line 3 has 1 fields, but there are 2 columns")]
    [InlineData("a,y\n1,2\n1,2,3\n", "line 3 has 3 fields, but there are 2 columns")]
    [InlineData("a,b,a,y\n1,2,3,4\n", "names the column 'a' twice")]
    [InlineData("a,y\n", "has no row")]
    [InlineData("", "has no row")]
    [InlineData("a,y\n1,2\n1e999,2\n", "line 3, column 'a': '1e999' is no finite number")]
    [InlineData("a,y\n1,2\n-Infinity,2\n", "line 3, column 'a': '-Infinity' is no finite number")]
    [InlineData("a,y\n1,2\ninf,2\n", "line 3, column 'a': 'inf' is no number")]
    [InlineData("a,y\n1,2\n\"1,5\",2\n", "line 3, column 'a': '1,5' is no number")]
    [InlineData("a,y\n1,2\n1,\"2,5\"\n", "line 3, column 'y': '2,5' is no number")]
    [InlineData("a,y\n1,2\n\"1,2\n", "quote")]
    [InlineData("a,y\n1,2\n5\"2,2\n", "line 3 has a quote within a field")]
    public void What_cannot_be_read_is_refused_by_line_and_column(string text, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => Read(text, "y")).Message);

    [Fact]
    public void Columns_that_are_not_there_are_refused_with_those_that_are()
    {
        foreach (var read in new Func<object>[]
        {
            () => Read(Cars, "colur"), () => Read(Cars, "price", ["colur"]),
            () => Read(Cars, "price", weights: "colur"), () => Read(Cars, "price", ignore: ["colur"]),
        })
        {
            var refusal = Assert.Throws<ArgumentException>(() => read());
            Assert.Contains("has no column 'colur'; name one of id, size, colour, doors", refusal.Message);
        }

        Assert.Throws<ArgumentException>(() => Read(Cars, "price", weights: "price"));
        Assert.Throws<ArgumentException>(() => Read(Cars, "price", ignore: ["price"]));
        Assert.Contains(
            "weights[0] is -1",
            Assert.Throws<InvalidDataException>(() => Read("y,w\n1,-1\n", "y", weights: "w")).Message);
    }

    [Fact]
    public void Missing_values_are_dropped_filled_or_marked_when_asked()
    {
        const string text = "a,c,y\n1,red,1\nNA,?,2\n4,blue,3\n1,red,4\n";

        var dropped = Read(text, "y", missing: MissingValues.DropRows);
        Assert.Equal([1, 3, 4], dropped.Data.Targets);
        var filled = Read(text, "y", missing: MissingValues.Fill(Imputation.Mean));
        Assert.Equal(Matrix.FromRows([1, 1], [2, 1], [4, 0], [1, 1]), filled.Data.Features);
        var seven = Read(text, "y", missing: MissingValues.Fill(Imputation.Constant(7)));
        Assert.Equal(7, seven.Data.Features[1, 0]);
        Assert.Equal(1, Read(text, "y", missing: MissingValues.Fill(Imputation.Median)).Data.Features[1, 0]);

        var marked = Read(text, "y", missing: MissingValues.Mark);
        Assert.Equal(["a", "a is missing", "c"], marked.Data.FeatureNames.AsEnumerable());
        Assert.Equal(Matrix.FromRows([1, 0, 1], [0, 1, 2], [4, 0, 0], [1, 0, 1]), marked.Data.Features);
        Assert.Equal(["blue", "red", "NA"], marked.Categories["c"].Labels.AsEnumerable());

        // Imputed from the first two rows with a number alone.
        var map = Prepare.Impute(Imputation.Mean).Fit(marked.Data.Select([0, 1, 2]));
        Assert.Equal([2.5, 2], map.Transform(Vector.Create(marked.Data.Features.Row(1))));

        var own = CsvDataset.Read(
            new StringReader("a,y\n-9,1\n2,2\n"), "y", missing: MissingValues.DropRows,
            format: new CsvFormat { Missing = ["-9"] });
        Assert.Equal([2], own.Data.Targets);
        Assert.Contains(
            "line 2, column 'y': the value is missing",
            Assert.Throws<InvalidDataException>(
                () => Read("a,y\n1,NA\n2,3\n", "y", missing: MissingValues.Mark)).Message);
    }

    [Fact]
    public void Rows_that_are_dropped_say_nothing()
    {
        const string text = "a,b,c,y\n,9,green,1\nNA,\"1,5\",blue,0\n2,3,blue,0\n4,5,red,1\n";
        var read = Read(text, "y", missing: MissingValues.DropRows);
        Assert.Equal(Matrix.FromRows([2, 3, 0], [4, 5, 1]), read.Data.Features);
        Assert.Equal(["blue", "red"], read.Categories["c"].Labels.AsEnumerable());
        Assert.Equal(
            read.Data.Features, read.ReadSame(new StringReader(text + ",x,violet,NA\n")).Data.Features);
        Assert.Contains(
            "line 3, column 'b': 'inf' is no number",
            Assert.Throws<InvalidDataException>(() => Read(
                "a,b,y\n,inf,0\n1,inf,0\n2,3,1\n", "y", missing: MissingValues.DropRows)).Message);
    }

    [Theory]
    [InlineData('.')]
    [InlineData('-')]
    [InlineData('+')]
    [InlineData('7')]
    [InlineData('"')]
    [InlineData('\n')]
    public void What_stands_in_numbers_and_between_lines_is_no_separator(char separator) =>
        Assert.Throws<ArgumentException>(() => new CsvFormat(separator));

    [Fact]
    public void A_format_says_what_it_is()
    {
        Assert.Equal(
            "fields between ';', without a header, missing where '-9', ''",
            new CsvFormat(';', HasHeader: false) { Missing = ["-9", ""] }.ToString());
        Assert.Equal(new CsvFormat { Missing = ["-9"] }, new CsvFormat { Missing = ["-9"] });
    }

    [Fact]
    public void A_column_that_is_missing_from_another_file_is_told_by_the_argument()
    {
        var read = Read("a,y\n1,2\n", "y");
        Assert.Equal(
            "reader",
            Assert.Throws<ArgumentException>(() => read.ReadSame(new StringReader("b,y\n1,2\n"))).ParamName);
        Assert.Throws<ArgumentException>(() => Read("a,b,y\n1,2,3\n", "y", ["a"], ignore: ["a"]));
        Assert.Throws<ArgumentException>(() => Read("a,b,y\n1,2,3\n", "y", ["a"], weights: "a"));
    }

    [Fact]
    public void Another_file_is_read_with_the_same_numbers_for_the_same_names()
    {
        var train = Read("a,c,y\nNA,red,yes\n4,blue,no\n2,green,no\n", "y", missing: MissingValues.Mark);
        var test = train.ReadSame(new StringReader("y,extra,c,a\nno,1,green,5\nno,2,red,?\n"));

        Assert.Equal(train.Data.FeatureNames.AsEnumerable(), test.Data.FeatureNames);
        Assert.Equal(Matrix.FromRows([5, 0, 1], [0, 1, 2]), test.Data.Features);
        Assert.Equal([0, 0], test.Data.Targets);
        Refused(
            "a,c,y\n1,pink,no\n",
            "line 2, column 'c': 'pink' is none of the categories [blue, green, red]");
        Refused("a,c,y\n1,?,no\n", "line 2, column 'c': the value is missing");
        Refused("a,c,y\nx,red,no\n", "line 2, column 'a': 'x' is no finite number");
        Assert.Throws<ArgumentException>(() => train.ReadSame(new StringReader("a,c\n1,red\n")));

        var filled = Read("a,y\n1,1\n3,1\n", "y", missing: MissingValues.Fill(Imputation.Mean));
        Assert.Equal(2, filled.ReadSame(new StringReader("a,y\nNA,1\n")).Data.Features[0, 0]);

        void Refused(string text, string message) => Assert.Contains(
            message,
            Assert.Throws<InvalidDataException>(() => train.ReadSame(new StringReader(text))).Message);
    }

    [Property]
    public void Writing_and_reading_gives_every_bit(Regression sample)
    {
        var data = sample.Data;
        var text = Written(data);
        var read = Read(text, "target", weights: text.Contains("weight") ? "weight" : null).Data;

        for (var i = 0; i < data.Count; i++)
            Bits.Equal(Vector.Create(data.Features.Row(i)), Vector.Create(read.Features.Row(i)));
        Bits.Equal(data.Targets, read.Targets);
        Bits.Equal(data.Weights, read.Weights);
        Assert.Equal(data.FeatureNames.AsEnumerable(), read.FeatureNames);
        Assert.Equal(text, Written(read));
        Assert.Equal(text, CommaHabits.In(() => Written(data)));
    }

    [Property]
    public void Raw_finite_numbers_and_awkward_names_come_back(AnyDouble x, AnyDouble y)
    {
        var numbers = new[] { x.Value, y.Value, -0.0, double.Epsilon, double.MaxValue }
            .Where(double.IsFinite).ToArray();
        string[] names = ["a,b", "say \"hi\"", "two\nlines", " blank ", ""];
        var data = new Dataset(
            Matrix.From(numbers.Length, names.Length, (i, j) => numbers[(i + j) % numbers.Length]),
            Vector.Of(numbers), names: names);
        var read = Read(Written(data), "target").Data;
        Assert.Equal(names, read.FeatureNames.AsEnumerable());
        Bits.Equal(data.Targets, read.Targets);
        for (var i = 0; i < data.Count; i++)
            Bits.Equal(Vector.Create(data.Features.Row(i)), Vector.Create(read.Features.Row(i)));
    }

    [Fact]
    public void A_file_is_replaced_whole_and_two_columns_have_two_names() => WithFile(path =>
    {
        var data = new Dataset(Matrix.FromRows([1.0], [2.5]), [0, 1], names: ["target"]);
        CsvDataset.Write(path, data, "y");
        Assert.Equal("target,y\n1,0\n2.5,1\n", File.ReadAllText(path));
        Assert.Equal(data.Features, CsvDataset.Read(path, "y").Data.Features);
        Assert.Equal(data.Features, CsvDataset.Read(path, "y").ReadSame(path).Data.Features);
        Assert.Throws<ArgumentException>("data", () => CsvDataset.Write(path, data));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        Assert.Throws<FileNotFoundException>(() => CsvDataset.Read(path + ".absent", "y"));
    });

    [Theory]
    [InlineData("tests/Descent.Properties/Objectives/data/iris.csv", 150, 4, 3)]
    [InlineData("tests/Descent.Properties/Objectives/data/diabetes.csv", 442, 10, null)]
    [InlineData("examples/QuickStart/data/breast_cancer.csv", 569, 30, 2)]
    public void The_reference_data_are_read(string file, int rows, int columns, int? classes)
    {
        var csv = CsvDataset.Read(Repository.PathOf(file), "target", classes is null ? [] : ["target"]);
        Assert.Equal((rows, columns), (csv.Data.Count, csv.Data.FeatureCount));
        Assert.Equal(classes, csv.TargetCategories?.Count);
        Assert.Empty(csv.Categories);

        // The same numbers as a plain reader's, line by line.
        var lines = File.ReadAllLines(Repository.PathOf(file));
        Assert.Equal(lines[0], string.Join(',', csv.Data.FeatureNames.Append("target")));
        for (var i = 0; i < rows; i++)
        {
            var numbers = Array.ConvertAll(
                lines[i + 1].Split(','), x => double.Parse(x, CultureInfo.InvariantCulture));
            Bits.Equal(Vector.Of(numbers[..^1]), Vector.Create(csv.Data.Features.Row(i)));
            Assert.Equal(numbers[^1], csv.Data.Targets[i]);
        }
    }

    [ReferenceFact("datasets/digits.csv")]
    public void The_digits_are_read()
    {
        var digits = CsvDataset.Read(
            Repository.SharedReference("datasets/digits.csv"), "target", ["target"]);
        Assert.Equal((1797, 64), (digits.Data.Count, digits.Data.FeatureCount));
        Assert.Equal(
            ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
            digits.TargetCategories!.Labels.AsEnumerable());
    }

    private static string Written(Dataset data)
    {
        var writer = new StringWriter();
        CsvDataset.Write(writer, data);
        return writer.ToString();
    }

    private static CsvDataset Read(
        string text,
        string target,
        IEnumerable<string>? categorical = null,
        string? weights = null,
        IEnumerable<string>? ignore = null,
        MissingValues? missing = null) =>
        CsvDataset.Read(new StringReader(text), target, categorical, weights, ignore, missing);

    private static void WithFile(Action<string> use)
    {
        var folder = Directory.CreateTempSubdirectory("descent-csv").FullName;
        try
        {
            use(Path.Combine(folder, "data.csv"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
