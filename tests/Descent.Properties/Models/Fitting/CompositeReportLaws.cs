using System.Collections.Immutable;
using Descent.Models;
using Xunit;

namespace Descent.Properties;

public sealed class CompositeReportLaws
{
    private static readonly FitReport Done = new("one fit");
    private static readonly FitReport Open = new Unfinished();

    [Fact]
    public void Parts_have_converged_where_each_has()
    {
        Assert.True(new CompositeReport("two", [Done, Done]).Converged);
        Assert.False(new CompositeReport("two", [Done, Open]).Converged);
        Assert.Equal("two\n- one fit\n- one fit", new CompositeReport("two", [Done, Done]).ToString());
    }

    [Fact]
    public void Reports_with_equal_parts_are_equal()
    {
        var one = new CompositeReport("two", [Done, Open]);
        Assert.Equal(one, new CompositeReport("two", [Done with { }, Open with { }]));
        Assert.Equal(one.GetHashCode(), new CompositeReport("two", [Done, Open]).GetHashCode());
        Assert.NotEqual(one, new CompositeReport("two", [Open, Done]));
    }

    [Fact]
    public void An_array_that_was_never_made_is_no_part_and_null_is_refused()
    {
        var none = new CompositeReport("none", default);
        Assert.True(none.Converged);
        Assert.Equal("none", none.ToString());
        Assert.Equal(none, new CompositeReport("none", ImmutableArray<FitReport>.Empty));
        Assert.Equal(
            "Parts[1]",
            Assert.Throws<ArgumentNullException>(() => new CompositeReport("x", [Done, null!])).ParamName);
        Assert.Throws<ArgumentNullException>(() => none with { Parts = [null!] });
    }

    private sealed record Unfinished() : FitReport("another")
    {
        public override bool Converged => false;
    }
}
