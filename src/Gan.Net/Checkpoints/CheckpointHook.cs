using System.Diagnostics;
using Gan.Net.Training;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gan.Net.Checkpoints;

/// <summary>
/// Saves the trainer it watches: every so many rounds, after every other hook has been told of the round, and where the run ends, also
/// when it is cancelled. Saving changes nothing in the game. Not thread-safe.
/// </summary>
/// <typeparam name="TBatch">What the trainer's step takes.</typeparam>
public sealed class CheckpointHook<TBatch> : TrainingHook
    where TBatch : class, IBatch
{
    private readonly Trainer<TBatch> _trainer;
    private readonly IBatchSource<TBatch> _source;
    private readonly RunCheckpoints _run;
    private readonly CheckpointHookOptions _options;
    private readonly ILogger _logger;
    private long _tried = -1;
    private long _last = Stopwatch.GetTimestamp();

    /// <summary>Watches a trainer.</summary>
    /// <param name="trainer">The trainer whose run this hook is given to.</param>
    /// <param name="source">The data of that run.</param>
    /// <param name="run">Where the checkpoints go; the caller owns it.</param>
    /// <param name="options">When; null for the defaults.</param>
    /// <param name="logger">Who is told of failures that do not end the run; null for nobody.</param>
    /// <exception cref="ArgumentException">An option breaks a rule; the message names every one that does.</exception>
    public CheckpointHook(
        Trainer<TBatch> trainer, IBatchSource<TBatch> source, RunCheckpoints run, CheckpointHookOptions? options = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(run);
        _trainer = trainer;
        _source = source;
        _run = run;
        _options = (options ?? new CheckpointHookOptions()).Validated();
        _logger = logger ?? NullLogger.Instance;
    }

    /// <inheritdoc/>
    public override long Every => Stopwatch.GetElapsedTime(_last) >= _options.LongestTime ? 1 : _options.Every;

    /// <summary>The folder of the last checkpoint saved here, or null before the first.</summary>
    public string? LastPath { get; private set; }

    /// <summary>Why the last attempt failed, or null when it did not.</summary>
    public CheckpointWriteException? LastFailure { get; private set; }

    /// <inheritdoc/>
    public override void OnStart(IReadOnlyList<ISampler> views) => _last = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    /// <exception cref="CheckpointWriteException">The disk failed, and <see cref="CheckpointHookOptions.OnWriteFailure"/> says to stop.</exception>
    /// <exception cref="NonFiniteStateException">A number of the trainer's state is not finite.</exception>
    public override void OnReported(TrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Save(_options.Score?.Invoke(report));
    }

    /// <inheritdoc/>
    /// <exception cref="CheckpointWriteException">The disk failed, and <see cref="CheckpointHookOptions.OnWriteFailure"/> says to stop.</exception>
    /// <exception cref="NonFiniteStateException">A number of the trainer's state is not finite.</exception>
    public override void OnEnd(TrainingEnd end, IReadOnlyList<ISampler> views)
    {
        if (_trainer.Rounds != _tried)
        {
            Save(null);
        }
    }

    private void Save(double? score)
    {
        _tried = _trainer.Rounds;
        _last = Stopwatch.GetTimestamp();
        try
        {
            FlushLogs();
            LastPath = _run.Save(_trainer, _source, score);
            LastFailure = null;
            if (_run.CleaningFailure is { } failure)
            {
                CheckpointLog.NotCleaned(_logger, _run.Folder, failure.Message);
            }
        }
        catch (CheckpointWriteException failure)
        {
            LastFailure = failure;
            if (_options.OnWriteFailure == WriteFailure.Stop)
            {
                throw;
            }

            CheckpointLog.NotWritten(_logger, failure.Path, failure.Message);
        }
    }

    private void FlushLogs()
    {
        try
        {
            foreach (var log in _options.Logs)
            {
                log.FlushToDisk();
            }
        }
        catch (IOException error)
        {
            throw new CheckpointWriteException(_run.Folder, $"a record that belongs to it could not be flushed. {error.Message}", error);
        }
    }
}
