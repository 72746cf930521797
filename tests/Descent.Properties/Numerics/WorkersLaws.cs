using System.Runtime.CompilerServices;
using Xunit;

namespace Descent.Properties;

/// <summary>Tasks on several threads: each once, all of them, and what they throw.</summary>
public sealed class WorkersLaws
{
    public static TheoryData<int, int> ThreadsAndTasks
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (var threads in new[] { 1, 2, 3, 7, 20 })
            {
                foreach (var tasks in new[] { 0, 1, 2, 3, 8, 1000 })
                    data.Add(threads, tasks);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(ThreadsAndTasks))]
    public void Each_task_runs_once_and_before_the_end(int threads, int tasks) => InTime.Run(() =>
    {
        for (var round = 0; round < 20; round++)
        {
            var runs = new int[tasks];
            Workers.Run(threads, tasks, k => Interlocked.Increment(ref runs[k]));
            Assert.All(runs, count => Assert.Equal(1, count));
        }
    });

    [Theory]
    [MemberData(nameof(ThreadsAndTasks))]
    public void No_more_threads_work_at_once_than_are_permitted(int threads, int tasks) => InTime.Run(() =>
    {
        var (working, most) = (0, 0);
        Workers.Run(threads, tasks, _ =>
        {
            var now = Interlocked.Increment(ref working);
            InterlockedMax(ref most, now);
            Thread.SpinWait(50);
            Interlocked.Decrement(ref working);
        });
        Assert.InRange(most, Math.Min(tasks, 1), threads);
    });

    [Fact]
    public void The_caller_works_too_and_a_second_thread_does() => InTime.Run(() =>
    {
        // A task that waits for the other holds its thread, so the other needs a second one; one is asked for
        // again where all were taken.
        using var both = new CountdownEvent(2);
        var caller = Environment.CurrentManagedThreadId;
        var threads = new int[2];
        var met = false;
        while (!met)
        {
            both.Reset();
            var all = true;
            Workers.Run(2, 2, k =>
            {
                threads[k] = Environment.CurrentManagedThreadId;
                both.Signal();
                all &= both.Wait(TimeSpan.FromSeconds(1));
            });
            met = all;
        }

        Assert.NotEqual(threads[0], threads[1]);
        Assert.Contains(caller, threads);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void All_tasks_run_even_where_some_throw_and_the_first_of_these_is_heard(int threads) =>
        InTime.Run(() =>
        {
            for (var round = 0; round < 50; round++)
            {
                var runs = new int[40];
                var failures = Enumerable.Range(0, 40).Select(k => new TimeoutException($"{k}")).ToArray();
                var heard = Assert.Throws<TimeoutException>(() => Workers.Run(threads, 40, k =>
                {
                    runs[k]++;
                    if (k % 10 == 7)
                        throw failures[k];
                }));
                Assert.Same(failures[7], heard);
                Assert.All(runs, count => Assert.Equal(1, count));
            }
        });

    [Fact]
    public void Tasks_may_have_tasks_of_their_own() => InTime.Run(() =>
    {
        var runs = new int[8 * 8 * 8];
        Workers.Run(3, 8, i => Workers.Run(3, 8, j => Workers.Run(3, 8, k =>
            Interlocked.Increment(ref runs[(64 * i) + (8 * j) + k]))));
        Assert.All(runs, count => Assert.Equal(1, count));
    });

    [Fact]
    public void Callers_on_many_threads_do_not_disturb_each_other() => InTime.Run(() =>
    {
        var callers = Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                for (var round = 0; round < 500; round++)
                {
                    var runs = new int[10];
                    Workers.Run(3, 10, k => Interlocked.Increment(ref runs[k]));
                    Assert.All(runs, count => Assert.Equal(1, count));
                }
            },
            TaskCreationOptions.LongRunning)).ToArray();
        Task.WaitAll(callers);
    });

    [Fact]
    public void Workers_that_sleep_are_woken() => InTime.Run(() =>
    {
        // Twenty milliseconds without a job are enough to fall asleep.
        for (var round = 0; round < 10; round++)
        {
            Thread.Sleep(20);
            var runs = new int[10];
            Workers.Run(4, 10, k => Interlocked.Increment(ref runs[k]));
            Assert.All(runs, count => Assert.Equal(1, count));
        }
    });

    [Fact]
    public void Nobody_keeps_the_tasks_when_they_are_done() => InTime.Run(() =>
    {
        var tasks = Enumerable.Range(0, 10).Select(_ => RunAndForget()).ToArray();
        // A worker that is late holds a job until it has seen that nothing is left of it.
        for (var look = 0; look < 500 && tasks.Any(task => task.IsAlive); look++)
        {
            Thread.Sleep(2);
            GC.Collect();
        }

        Assert.All(tasks, task => Assert.False(task.IsAlive));
    });

    // A method of its own, so that no variable of it lives on.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunAndForget()
    {
        var room = new double[1000];
        Workers.Run(3, 10, k => room[k] = k);
        return new WeakReference(room);
    }

    private static void InterlockedMax(ref int greatest, int value)
    {
        var seen = Volatile.Read(ref greatest);
        while (value > seen)
        {
            var before = Interlocked.CompareExchange(ref greatest, value, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
}
