using System.Collections.Concurrent;
using Xunit;

namespace Descent.Properties;

/// <summary>Evaluations on several threads at once, inside each other, and with losses that throw.</summary>
public sealed class ConcurrencyLaws
{
    private const int Rows = 520;
    private const int Features = 130;
    private const int Degree = 3;

    private static readonly Dataset Data = Waves.Data(Rows, Features);

    private static readonly Vector Parameters = Waves.Parameters(Features + 1);

    [Fact]
    public void Callers_on_many_threads_get_the_bits_of_one_from_one_risk_or_several() => InTime.Run(() =>
    {
        var risks = new[] { Loss.Logistic, Loss.Squared, Loss.Hinge, DescentRuns.OwnLoss }
            .Select(loss => new EmpiricalRisk(Data, loss, maxDegreeOfParallelism: Degree)).ToArray();
        var expected = risks.Select(risk => risk.Evaluate(Parameters)).ToArray();
        var callers = Enumerable.Range(0, 4).Select(caller => Task.Factory.StartNew(
            () =>
            {
                for (var round = 0; round < 200; round++)
                {
                    // Half of the time all ask the first, else each another.
                    var k = round % 2 == 0 ? 0 : (caller + round) % risks.Length;
                    Bits.Equal(expected[k], risks[k].Evaluate(Parameters));
                }
            },
            TaskCreationOptions.LongRunning)).ToArray();
        Task.WaitAll(callers);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(Degree)]
    public void What_a_loss_throws_surfaces_as_it_is_and_is_the_first_row_s(int degree) => InTime.Run(() =>
    {
        // Row i has the score i: a failure is known by it.
        var data = new Dataset(
            Matrix.From(2000, 40, (i, j) => j == 0 ? i : 0), Vector.Zeros(2000));
        var thrown = new ConcurrentDictionary<double, TimeoutException>();
        var angry = true;
        var loss = Loss.From(
            (s, _) => angry && s % 700 == 650 ? throw thrown.GetOrAdd(s, _ => new($"{s}")) : s, (_, _) => 1);
        var risk = new EmpiricalRisk(data, loss, bias: false, maxDegreeOfParallelism: degree);
        for (var round = 0; round < 20; round++)
        {
            (angry, var failure) = (true, default(Exception));
            failure = Assert.Throws<TimeoutException>(() => risk.Evaluate(Vector.Unit(40, 0)));
            Assert.Equal("650", failure.Message);
            Assert.Same(thrown[650], failure);
            Assert.Contains(nameof(CustomLoss), failure.StackTrace);

            angry = false;
            Assert.Equal(999.5, risk.Evaluate(Vector.Unit(40, 0)).Loss);
        }
    });

    [Fact]
    public void A_loss_may_evaluate_a_risk_of_its_own() => InTime.Run(() =>
    {
        var inner = new EmpiricalRisk(Data, Loss.Squared, maxDegreeOfParallelism: Degree);
        var expected = inner.Evaluate(Parameters);
        var loss = Loss.From(
            (s, _) =>
            {
                if (s % 100 == 0)
                    Bits.Equal(expected, inner.Evaluate(Parameters));
                return s;
            },
            (_, _) => 1);
        var data = new Dataset(
            Matrix.From(2000, 40, (i, j) => j == 0 ? i : 0), Vector.Zeros(2000));
        var outer = new EmpiricalRisk(data, loss, bias: false, maxDegreeOfParallelism: Degree);
        Assert.Equal(999.5, outer.Evaluate(Vector.Unit(40, 0)).Loss);
    });

    [Fact]
    public void A_loss_may_run_on_several_threads_and_never_on_more_than_it_is_permitted() => InTime.Run(() =>
    {
        var seen = new ConcurrentDictionary<int, bool>();
        var loss = Loss.From(
            (s, _) =>
            {
                seen[Environment.CurrentManagedThreadId] = true;
                return s;
            },
            (_, _) => 1);
        foreach (var degree in new[] { 1, 2, Degree })
        {
            seen.Clear();
            new EmpiricalRisk(Data, loss, maxDegreeOfParallelism: degree).Evaluate(Parameters);
            Assert.InRange(seen.Count, 1, degree);
            Assert.True(degree > 1 || seen.ContainsKey(Environment.CurrentManagedThreadId));
        }
    });

    [Fact]
    public void Few_rows_stay_on_the_caller_s_thread()
    {
        var threads = new ConcurrentDictionary<int, bool>();
        var loss = Loss.From(
            (s, _) => threads.TryAdd(Environment.CurrentManagedThreadId, true) ? s : s, (_, _) => 1);
        var few = new EmpiricalRisk(Waves.Data(2000, 3), loss, maxDegreeOfParallelism: 7);
        few.Evaluate(Waves.Parameters(4));
        Assert.Equal([Environment.CurrentManagedThreadId], threads.Keys);
    }
}
