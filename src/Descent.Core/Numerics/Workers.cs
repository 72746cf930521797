using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Descent;

/// <summary>Threads that take numbered tasks off the caller's hands within a microsecond.</summary>
/// <remarks>
/// <para>The tasks must not depend on each other: which thread takes which changes time alone. The caller
/// works too and waits only for tasks that were begun, so a worker that is late or busy elsewhere costs
/// nothing.</para>
/// <para>A worker looks for its next job for some microseconds before it sleeps: the evaluations of a
/// training run follow each other faster than a thread wakes.</para>
/// </remarks>
internal static class Workers
{
    private static readonly Lock Enlisting = new();

    // Grows under the lock and never shrinks; sleeping threads cost nothing.
    private static volatile Worker[] _all = [];

    /// <summary>
    /// Runs task 0 … count − 1, each once, on at most so many threads, the caller's included.
    /// </summary>
    /// <remarks>
    /// All tasks run even where one throws; then the exception of the first of them is thrown.
    /// </remarks>
    public static void Run(int threads, int count, Action<int> task)
    {
        var job = new Job(count, task);
        var wanted = Math.Min(threads, count) - 1;
        foreach (var worker in Enlist(wanted))
        {
            if (wanted <= 0)
                break;
            if (worker.TryPost(job))
                wanted--;
        }

        job.Work();
        job.Close();
    }

    private static Worker[] Enlist(int count)
    {
        if (_all.Length < count)
        {
            lock (Enlisting)
            {
                var missing = count - _all.Length;
                if (missing > 0)
                    _all = [.. _all, .. Enumerable.Range(0, missing).Select(_ => new Worker())];
            }
        }

        return _all;
    }

    /// <summary>Numbered tasks, each claimed by one thread.</summary>
    private sealed class Job(int count, Action<int> task)
    {
        // Far below any number of threads: who joins a closed job sees a negative number.
        private const int Closed = int.MinValue / 2;

        private int _next;
        private int _joined;
        private int _failedTask = int.MaxValue;
        private ExceptionDispatchInfo? _failure;

        public void Join()
        {
            if (Interlocked.Increment(ref _joined) > 0)
                Work();
            Interlocked.Decrement(ref _joined);
        }

        public void Work()
        {
            for (var i = Claim(); i < count; i = Claim())
            {
                try
                {
                    task(i);
                }
                catch (Exception exception)
                {
                    Note(i, ExceptionDispatchInfo.Capture(exception));
                }
            }
        }

        /// <summary>Waits for the tasks under way, and lets nobody join from now on.</summary>
        public void Close()
        {
            Interlocked.Add(ref _joined, Closed);
            var wait = default(SpinWait);
            while (Volatile.Read(ref _joined) != Closed)
                wait.SpinOnce(sleep1Threshold: -1);
            _failure?.Throw();
        }

        private int Claim() => Interlocked.Increment(ref _next) - 1;

        private void Note(int failed, ExceptionDispatchInfo failure)
        {
            lock (task)
            {
                if (failed < _failedTask)
                    (_failedTask, _failure) = (failed, failure);
            }
        }
    }

    /// <summary>A thread that joins one job after the other.</summary>
    private sealed class Worker
    {
        // About 40 microseconds of looking before it sleeps.
        private const int Looks = 500;
        private const int PauseBetweenLooks = 8;

        private readonly object _bed = new();
        private Job? _job;
        private volatile bool _sleeps;

        public Worker() => new Thread(Serve) { IsBackground = true, Name = "Descent worker" }.Start();

        /// <summary>Hands over a job, unless there is one that it has not finished.</summary>
        public bool TryPost(Job job)
        {
            if (Interlocked.CompareExchange(ref _job, job, null) is not null)
                return false;

            if (_sleeps)
            {
                lock (_bed)
                    Monitor.Pulse(_bed);
            }

            return true;
        }

        private void Serve()
        {
            while (true)
                ServeNext();
        }

        // A call, so that no variable of it keeps the last job's data alive while the worker sleeps.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private void ServeNext()
        {
            Await().Join();
            Volatile.Write(ref _job, null);
        }

        private Job Await()
        {
            for (var look = 0; look < Looks; look++)
            {
                if (Volatile.Read(ref _job) is { } job)
                    return job;
                Thread.SpinWait(PauseBetweenLooks);
            }

            lock (_bed)
            {
                // Says so before it looks again: a job posted in between is seen, or its poster wakes us.
                _sleeps = true;
                Interlocked.MemoryBarrier();
                while (Volatile.Read(ref _job) is null)
                    Monitor.Wait(_bed);
                _sleeps = false;
                return _job!;
            }
        }
    }
}
