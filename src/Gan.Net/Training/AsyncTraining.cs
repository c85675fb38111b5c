using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Gan.Net.Training;

/// <summary>
/// Training without blocking the caller. The game itself stays synchronous, on a thread of its own (dispose scopes belong to a
/// thread); what comes out is plain numbers. Do not touch the trainer or its models until the run has ended.
/// </summary>
public static class AsyncTraining
{
    /// <summary>Runs <see cref="Trainer{TBatch}.Fit"/> on a thread of its own.</summary>
    /// <inheritdoc cref="Trainer{TBatch}.Fit"/>
    public static Task<TrainingResult> FitAsync<TBatch>(
        this Trainer<TBatch> trainer, IBatchSource<TBatch> source, TrainingLength length,
        IReadOnlyList<TrainingHook>? hooks = null, CancellationToken cancellationToken = default)
        where TBatch : class, IBatch
    {
        ArgumentNullException.ThrowIfNull(trainer);
        var outcome = new TaskCompletionSource<TrainingResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                outcome.SetResult(trainer.Fit(source, length, hooks, cancellationToken));
            }
            catch (OperationCanceledException cancelled)
            {
                outcome.SetCanceled(cancelled.CancellationToken);
            }
#pragma warning disable CA1031 // Every failure goes to whoever awaits the task.
            catch (Exception failure)
            {
                outcome.SetException(failure);
            }
#pragma warning restore CA1031
        })
        { IsBackground = true, Name = "Gan.Net training" };
        thread.Start();
        return outcome.Task;
    }

    /// <summary>
    /// Trains on a thread of its own and yields reports as they come. A reader that is slower than the training misses the oldest
    /// ones; the last report always comes. Ending the enumeration early cancels the run.
    /// </summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="source">The data.</param>
    /// <param name="length">How long.</param>
    /// <param name="every">Rounds between reports, at least 1.</param>
    /// <param name="cancellationToken">Looked at between rounds.</param>
    public static async IAsyncEnumerable<TrainingReport> FitReportsAsync<TBatch>(
        this Trainer<TBatch> trainer, IBatchSource<TBatch> source, TrainingLength length, long every = 50,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TBatch : class, IBatch
    {
        var channel = Channel.CreateBounded<TrainingReport>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var run = trainer.FitAsync(source, length, [new ChannelHook(channel.Writer, every)], stop.Token);
        _ = run.ContinueWith(ended => channel.Writer.Complete(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            await foreach (var report in channel.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return report;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await run.ConfigureAwait(false);
    }

    private sealed class ChannelHook(ChannelWriter<TrainingReport> writer, long every) : TrainingHook
    {
        public override long Every => every;

        public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views) => writer.TryWrite(report);
    }
}
