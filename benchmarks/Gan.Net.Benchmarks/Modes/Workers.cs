using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Modes;

/// <summary>
/// Runs independent trainings side by side, each on a thread of its own with one compute thread. Nets this small gain next to nothing
/// from a second compute thread, so two trainings at once take little longer than one.
/// </summary>
internal static class Workers
{
    /// <summary>Runs all and returns what they return, in their order. <paramref name="done"/> hears of each as it ends, one at a time.</summary>
    public static T[] Run<T>(int atOnce, IReadOnlyList<Func<T>> tasks, Action<int, T> done)
    {
        var results = new T[tasks.Count];
        var next = -1;
        var failures = new List<Exception>();
        var threads = Enumerable.Range(0, Math.Min(atOnce, tasks.Count)).Select(_ => new Thread(Work)).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return failures.Count == 0 ? results : throw new AggregateException(failures);

        void Work()
        {
            try
            {
                set_num_threads(1);
                for (var index = Interlocked.Increment(ref next); index < tasks.Count && failures.Count == 0; index = Interlocked.Increment(ref next))
                {
                    results[index] = tasks[index]();
                    lock (failures)
                    {
                        done(index, results[index]);
                    }
                }
            }
            catch (Exception failure)
            {
                lock (failures)
                {
                    failures.Add(failure);
                }
            }
        }
    }
}
