using System.Text.Json;
using Lessons;
using Xunit;
using static Descent.Properties.LessonSource;

namespace Descent.Properties;

public sealed class LessonPagesTests
{
    [Fact]
    public void Each_page_opens_with_prose_and_no_line_ends_in_blanks() =>
        Assert.All(LessonPages.All.Value.Values, page =>
        {
            Assert.InRange(page.IndexOf("\n\n", StringComparison.Ordinal), 200, 500);
            Assert.All(page.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
        });

    [Fact]
    public void Page_a_has_every_row_of_the_source()
    {
        var source = Json("a_parabola.json");
        var (x, f) = (source.Numbers("iterates_x0_to_x10"), source.Numbers("f_values"));
        AssertRows("a", Show.Exact, x.Select((_, n) => new[] { n, x[n], f[n] }));
        AssertText("a", [.. source.Numbers("steps_h_1_to_10").Select(Show.Exact)]);
        AssertText("a", "62 updates", "-4.903985730770847E-06", "-9.807971461541695E-07");
    }

    [Fact]
    public void Page_b_has_every_row_of_the_source()
    {
        var source = Json("b_line_batch.json");
        JsonElement[] rows = [.. source.Elements("loss_after_update_n"), .. source.Elements("every_10000")];
        AssertRows("b", Show.Exact, rows.Select(row => Numbers(row, "n", "a", "b", "loss")));
        AssertRows("b", Show.Exact, [[98767, .. Numbers(source.GetProperty("final"), "a", "b", "loss")]]);
        var variant = source.GetProperty("variant_if_h_means_the_gradient_without_alpha");
        AssertRows("b", Show.Exact, [Numbers(variant.GetProperty("last_recorded"), "n", "a", "b", "loss")]);
        AssertText("b", "update 98768", "27/50", "169/30", "3038/15");
        AssertText("b", [.. Numbers(source.GetProperty("stop"), "h_a", "h_b").Select(Show.Exact)]);
    }

    [Fact]
    public void Page_c_has_every_row_of_the_source()
    {
        var source = Json("c_line_minibatch.json");
        JsonElement[] rows = [.. source.Elements("first_10"), .. source.Elements("every_10000")];
        AssertRows("c", Show.Exact, rows.Select(row => (double[])
        [
            row.Number("n"), .. row.Numbers("indices"),
            .. Numbers(row, "batch_loss_before_update", "a", "b", "full_loss_after_update"),
        ]));
    }

    [Theory]
    [InlineData("d", "d_line_per_sample", 50)]
    [InlineData("e", "e_quadratic_per_sample", 100)]
    public void Pages_d_and_e_have_every_epoch_and_the_updates_of_some(string page, string file, int last)
    {
        var updates = Rows(file + "_steps.csv").Where(row => row["epoch"] <= 3 || row["epoch"] == last);
        AssertRows(page, Show.Exact, updates.Select(row => row.Values));
        AssertRows(page, Show.Exact, Rows(file + "_epochs.csv").Select(row => row.Values));
    }

    [Fact]
    public void Page_f_has_every_row_of_the_source()
    {
        var rows = Json("f_logistic_sgd.json").Elements("after_epoch");
        AssertRows("f", Show.Digits, rows.Select(row => (double[])
        [
            row.Number("epoch"), .. row.Numbers("alpha"),
            .. Numbers(row, "mean_log_loss", "training_correct"),
        ]));
    }

    [Fact]
    public void Page_g_has_every_row_of_the_source_and_the_optimum()
    {
        var source = Json("g_logistic_batch.json");
        AssertRows("g", Show.Digits, source.Elements("after_iteration").Select(row =>
            Numbers(row, "n", "w1", "w2", "bias", "mean_log_loss")));
        var optimum = source.GetProperty("unpenalised_optimum");
        AssertText("g", [.. Numbers(optimum, "w1", "w2", "bias", "loss").Select(Show.Digits)]);
    }

    [Fact]
    public void Page_h_has_every_row_of_the_source() =>
        AssertRows("h", Show.Digits, Rows("h_coin_toss.csv").Select(row => row.Values));

    private static double[] Numbers(JsonElement row, params string[] names) =>
        [.. names.Select(name => row.Number(name))];

    private static void AssertText(string name, params string[] texts)
    {
        var page = LessonPages.All.Value[name];
        Assert.All(texts, text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    /// <summary>Each row's cells begin a line of the page, in order.</summary>
    private static void AssertRows(
        string page, Func<double, string> show, IEnumerable<IEnumerable<double>> rows)
    {
        var lines = LessonPages.All.Value[page].Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToArray();
        Assert.All(rows, row =>
        {
            var cells = row.Select(show).ToArray();
            Assert.Contains(lines, line => line.Take(cells.Length).SequenceEqual(cells));
        });
    }
}
