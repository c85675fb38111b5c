using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Plays rounds of a game: it owns the order, the counting, the dispose scopes and who is frozen; a subclass says what each player's loss is. While one
/// player steps, the others' parameters are frozen, so no gradient is computed that nobody uses.
/// Runs on one thread at a time; <see cref="AsyncTraining"/> gives it a thread of its own.
/// </summary>
/// <typeparam name="TBatch">What a step takes.</typeparam>
public abstract class Trainer<TBatch> : Trainer
    where TBatch : class, IBatch
{
    private readonly Moves _moves;
    private IBatchSource<TBatch>? _checked;
    private IBatchSource<TBatch>? _shown;

    /// <summary>Seeds the trainer. The subclass then sets <see cref="Trainer.Players"/>.</summary>
    /// <param name="options">Seed, device and update rule.</param>
    /// <param name="logger">Logs the start and end of runs. Null: no logging.</param>
    protected Trainer(TrainerOptions options, ILogger? logger = null)
        : base(options, logger) => _moves = new Moves(this, Guard, Options);

    /// <summary>Batches drawn by one round, to translate samples and epochs into rounds.</summary>
    protected virtual int BatchesPerRound => Options.GradientAccumulation;

    /// <summary>Trains on from where the trainer stands.</summary>
    /// <param name="source">The data. The caller owns it.</param>
    /// <param name="length">How long. A total that is already reached returns at once.</param>
    /// <param name="hooks">Who watches.</param>
    /// <param name="cancellationToken">Looked at between rounds. A cancelled run leaves the trainer whole and can be continued.</param>
    /// <returns>Where the run stood at its end. A cancelled run does not return; it throws.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled; hooks saw its end.</exception>
    /// <exception cref="ArgumentException">Data and models do not fit together, or a hook has no pace; the message says how.</exception>
    /// <exception cref="NonFiniteNumberException">A step met NaN or infinity, and <see cref="NumericPolicy"/> ends the run.</exception>
    /// <exception cref="OutOfTensorMemoryException">The engine ran out of memory.</exception>
    /// <exception cref="InvalidOperationException">Another run is under way.</exception>
    /// <exception cref="ObjectDisposedException">The trainer was disposed.</exception>
    public TrainingResult Fit(
        IBatchSource<TBatch> source, TrainingLength length, IReadOnlyList<TrainingHook>? hooks = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var running = BeginRun();
        RunChecks.CheckSource(source);
        var watching = new HookList(hooks ?? []);
        var last = length.LastRound(Rounds, SamplesSeen, BatchesDrawn, source.BatchSize, source.BatchesPerEpoch, RoundsFor);
        TrainerLog.Started(Logger, GetType().Name, Rounds, last, Device);
        try
        {
            if (!ReferenceEquals(_shown, source))
            {
                OnSource(source);
                _shown = source;
            }

            watching.Start(Views);
            return Play(last, source, watching, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            watching.Fail(failure);
            throw;
        }
    }

    /// <summary>
    /// Compares data and models as <see cref="Fit"/> does before its first round, and plays none: for programs that write something before
    /// they train.
    /// </summary>
    /// <param name="source">The data. The caller owns it.</param>
    /// <exception cref="ArgumentException">Data and models do not fit together; the message says how.</exception>
    /// <exception cref="OutOfTensorMemoryException">The engine ran out of memory.</exception>
    /// <exception cref="ObjectDisposedException">The trainer was disposed.</exception>
    public void CheckData(IBatchSource<TBatch> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ThrowIfDisposed();
        RunChecks.CheckSource(source);
        try
        {
            CheckOnce(source);
        }
        catch (ExternalException failure) when (EngineMemory.IsExhausted(failure))
        {
            throw new OutOfTensorMemoryException(Rounds + 1, Device.ToString(), failure);
        }
    }

    /// <summary>The terms <c>[N]</c> whose mean this player minimises in one step.</summary>
    /// <param name="player">Whose turn it is. Only its parameters receive gradients.</param>
    /// <param name="round">Gives batches, and takes measures.</param>
    protected abstract Tensor ComputeLoss(Player player, Round<TBatch> round);

    /// <summary>
    /// Called when the players' parameters are in their buffers and the data was found to fit, before the first round of each run that plays
    /// one. Default nothing.
    /// </summary>
    protected virtual void OnRunStarting()
    {
    }

    /// <summary>
    /// Called when all players have taken their steps of a round, which <see cref="Trainer.Rounds"/> and <see cref="Trainer.SamplesSeen"/> do not count yet.
    /// Default nothing.
    /// </summary>
    /// <param name="samples">Real samples drawn in the round.</param>
    protected virtual void OnRoundPlayed(long samples)
    {
    }

    /// <summary>Called once for each source, before hooks see the start: for views that show conditions of the data. Default nothing.</summary>
    /// <param name="source">The source.</param>
    protected virtual void OnSource(IBatchSource<TBatch> source)
    {
    }

    /// <summary>The rounds, from the next one on, that draw so many batches; rounded up. The default divides by <see cref="BatchesPerRound"/>.</summary>
    protected virtual long RoundsFor(long batches) => TrainingLength.DivideUp(batches, BatchesPerRound);

    /// <summary>Compares data and models before the first step. Throws <see cref="ArgumentException"/> when they do not fit. Default nothing.</summary>
    /// <param name="batch">The first batch, on the trainer's device.</param>
    protected virtual void Check(TBatch batch)
    {
    }

    /// <summary>Compares what the source knows of all its data with the models. Default nothing.</summary>
    private protected virtual void CheckAll(DataSummary? summary)
    {
    }

    private TrainingResult Play(long last, IBatchSource<TBatch> source, HookList hooks, CancellationToken cancellationToken)
    {
        try
        {
            PlayUntil(last, source, hooks, cancellationToken);
        }
        catch (ExternalException failure) when (EngineMemory.IsExhausted(failure))
        {
            // Here everything the round held is free.
            throw new OutOfTensorMemoryException(Rounds + 1, Device.ToString(), failure);
        }

        var end = new TrainingEnd { Rounds = Rounds, SamplesSeen = SamplesSeen, Cancelled = Rounds < last };
        TrainerLog.Ended(Logger, GetType().Name, Rounds, SamplesSeen, end.Cancelled);
        hooks.End(end, Views);
        return end.Cancelled ? throw new OperationCanceledException(cancellationToken) : new TrainingResult { Rounds = Rounds, SamplesSeen = SamplesSeen };
    }

    private void PlayUntil(long last, IBatchSource<TBatch> source, HookList hooks, CancellationToken cancellationToken)
    {
        if (Rounds >= last || cancellationToken.IsCancellationRequested)
        {
            return;  // a run without a round leaves no trace
        }

        try
        {
            TakeSeats();
            (source as IProgressAware)?.OnProgress(SamplesSeen);
            TellProgress();
            CheckOnce(source);
            Processes.Align(Options.Collective, this);
            StartAverages();
            OnRunStarting();
            do
            {
                if (PlayRound(source, last, hooks.AnyDue(Rounds + 1, last)) is { } report)
                {
                    hooks.Tell(report, Views);
                    Guard.Suspect();
                }
            }
            while (Rounds < last && !Options.Collective.Any(cancellationToken.IsCancellationRequested));
        }
        finally
        {
            _moves.GiveTurn(null);
        }
    }

    private TrainingReport? PlayRound(IBatchSource<TBatch> source, long last, bool reported)
    {
        TellProgress();
        (source as IProgressAware)?.OnProgress(SamplesSeen);
        using var round = new Round<TBatch>(source, BatchesDrawn, Device, Options.Collective, reported);
        Guard.BeginRound(this);
        try
        {
            _moves.Play(round, player => ComputeLoss(player, round));
        }
        catch (NonFiniteNumberException problem)
        {
            if (Guard.GoBack(this, problem, round.NextBatchIndex))
            {
                return null;
            }

            throw;
        }

        OnRoundPlayed(round.SamplesDrawn);
        CountRound(round.SamplesDrawn, round.NextBatchIndex);
        return reported ? Report(round, source, last) : null;
    }

    // Looks at the first batch without drawing it: the game's own batches are the same whether or not this ran.
    private void CheckOnce(IBatchSource<TBatch> source)
    {
        if (!ReferenceEquals(_checked, source))
        {
            using var scope = NewDisposeScope();
            using var batch = RunChecks.BatchOf(source, (BatchesDrawn * Options.Collective.Size) + Options.Collective.Rank, Device);
            Check(batch);
            CheckAll((source as ISummarizedSource)?.Summary);
            _checked = source;
        }
    }

    private TrainingReport Report(Round<TBatch> round, IBatchSource<TBatch> source, long last) => new()
    {
        Round = Rounds,
        LastRound = last,
        SamplesSeen = SamplesSeen,
        Epoch = source.BatchesPerEpoch is long perEpoch ? (double)BatchesDrawn * Options.Collective.Size / perEpoch : null,
        Values = round.ReadMeasures(),
    };
}
