using System.Runtime.ExceptionServices;

namespace Gan.Net.Data;

/// <summary>
/// Threads that load pictures ahead. Whoever waits for pictures loads too. The threads start when something is expected, and end with
/// <see cref="Dispose"/>. One thread at a time may expect and take.
/// </summary>
internal sealed class PicturePool(Func<long, FolderPicture> load, int threads) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _work = new(0);
    private readonly Queue<Job> _queue = [];
    private readonly Dictionary<long, Job> _jobs = [];
    private readonly List<Thread> _threads = [];
    private volatile bool _ends;

    /// <summary>Loads these next, in this order, and forgets what else was expected.</summary>
    public void Expect(ReadOnlySpan<long> numbers)
    {
        StartThreads();
        lock (_lock)
        {
            var wanted = new HashSet<long>(numbers.Length);
            foreach (var number in numbers)
            {
                wanted.Add(number);
            }

            foreach (var (number, job) in _jobs.Where(pair => !wanted.Contains(pair.Key)).ToList())
            {
                job.TryClaim();  // nobody else does then
                _jobs.Remove(number);
            }

            foreach (var number in numbers)
            {
                Add(number);
            }
        }
    }

    /// <summary>The pictures, each loaded now unless it is already. What was expected beyond them stays so.</summary>
    public FolderPicture[] Take(ReadOnlySpan<long> numbers)
    {
        var jobs = new Job[numbers.Length];
        lock (_lock)
        {
            for (var i = 0; i < jobs.Length; i++)
            {
                jobs[i] = Add(numbers[i]);
            }
        }

        foreach (var job in jobs)
        {
            if (job.TryClaim())
            {
                job.Run(load);
            }
        }

        lock (_lock)
        {
            foreach (var number in numbers)
            {
                _jobs.Remove(number);
            }
        }

        return [.. jobs.Select(job => job.Result())];
    }

    public void Dispose()
    {
        _ends = true;
        if (_threads.Count > 0)
        {
            _work.Release(_threads.Count);
            _threads.ForEach(thread => thread.Join());
        }

        _work.Dispose();
    }

    private Job Add(long number)
    {
        if (!_jobs.TryGetValue(number, out var job))
        {
            job = new Job(number);
            _jobs.Add(number, job);
            if (_threads.Count > 0)
            {
                _queue.Enqueue(job);
                _work.Release();
            }
        }

        return job;
    }

    private void StartThreads()
    {
        while (_threads.Count < threads)
        {
            var thread = new Thread(Work) { IsBackground = true, Name = $"Gan.Net pictures {_threads.Count + 1}" };
            _threads.Add(thread);
            thread.Start();
        }
    }

    private void Work()
    {
        while (true)
        {
            _work.Wait();
            if (_ends)
            {
                return;
            }

            Job job;
            lock (_lock)
            {
                job = _queue.Dequeue();
            }

            if (job.TryClaim())
            {
                job.Run(load);
            }
        }
    }

    /// <summary>One picture to load. Whoever claims it loads it; others wait.</summary>
    private sealed class Job(long number)
    {
        private readonly TaskCompletionSource<FolderPicture> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _claimed;

        public bool TryClaim() => Interlocked.Exchange(ref _claimed, 1) == 0;

        public void Run(Func<long, FolderPicture> load)
        {
            try
            {
                _done.SetResult(load(number));
            }
#pragma warning disable CA1031 // Whatever it is, it belongs to the one who wants the picture.
            catch (Exception error)
#pragma warning restore CA1031
            {
                _done.SetException(error);
                _ = _done.Task.Exception;  // looked at: a picture that was expected and never taken is nobody's failure
            }
        }

        public FolderPicture Result()
        {
            ((IAsyncResult)_done.Task).AsyncWaitHandle.WaitOne();
            if (_done.Task.Exception is { } error)
            {
                ExceptionDispatchInfo.Throw(error.InnerException!);
            }

            return _done.Task.Result;
        }
    }
}
