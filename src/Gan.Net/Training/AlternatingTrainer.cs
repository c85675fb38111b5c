using System.Runtime.InteropServices;
using Gan.Net.Checkpoints;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Plays rounds of a game between players who take turns minimising their own losses. It knows nothing of GANs: it owns the order,
/// the counting, the random generator, the dispose scopes and who is frozen; a subclass says what each player's loss is. While one
/// player steps, the others' parameters are frozen, so no gradient is computed that nobody uses.
/// Runs on one thread at a time; <see cref="AsyncTraining"/> gives it a thread of its own.
/// </summary>
/// <typeparam name="TBatch">What a step takes.</typeparam>
public abstract class AlternatingTrainer<TBatch> : IDisposable, IResumable
    where TBatch : class, IDisposable
{
    private readonly TrainerOptions _options;
    private readonly ILogger _logger;
    private readonly SortedDictionary<string, ComponentState> _states = new(StringComparer.Ordinal);
    private readonly NumericGuard _guard;
    private Player? _trainable;
    private IBatchSource<TBatch>? _checked;
    private bool _disposed;

    /// <summary>Seeds the trainer. The subclass then sets <see cref="Players"/>.</summary>
    /// <param name="options">Seed, device and update rule.</param>
    /// <param name="logger">Who is told of starts and ends; null for nobody.</param>
    protected AlternatingTrainer(TrainerOptions options, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _logger = logger ?? NullLogger.Instance;
        InitializeDevice(options.Device);
        Random = new Generator((ulong)options.Seed, CPU);
        _guard = new NumericGuard(options.NumericPolicy, options.NumericPolicy.Remembers ? Remember(NumericGuard.StateName) : null, _logger);
    }

    /// <summary>The players, in the order they move.</summary>
    public IReadOnlyList<Player> Players { get; protected init; } = [];

    /// <summary>
    /// What parts of the game remember between steps besides modules, optimizers and <see cref="Random"/>, by name. A checkpoint holds
    /// all of it. The trainer owns the states.
    /// </summary>
    public IReadOnlyDictionary<string, ComponentState> States => _states;

    /// <summary>Rounds finished.</summary>
    public long Rounds { get; private set; }

    /// <summary>Batches drawn from the source: where the next run goes on.</summary>
    public long BatchesDrawn { get; private set; }

    /// <summary>Real samples seen.</summary>
    public long SamplesSeen { get; private set; }

    /// <summary>Steps left out by <see cref="NumericPolicy.SkipStep"/>.</summary>
    public long SkippedSteps => _guard.SkippedSteps;

    /// <summary>The newest checkpoint of this run, for errors; null if there is none.</summary>
    public string? LastCheckpoint { get; internal set; }

    /// <summary>Where the game is played.</summary>
    public Device Device => _options.Device;

    /// <summary>The trainer's own source of randomness; a CPU generator.</summary>
    protected Generator Random { get; }

    /// <summary>Shows what is learnt, for hooks; null when there is nothing to show.</summary>
    protected virtual ISampler? Sampler => null;

    /// <inheritdoc/>
    Generator IResumable.Random => Random;

    /// <inheritdoc/>
    TrainerCounters IResumable.Counters
    {
        get => new(Rounds, BatchesDrawn, SamplesSeen);
        set => (Rounds, BatchesDrawn, SamplesSeen) = (value.Rounds, value.BatchesDrawn, value.SamplesSeen);
    }

    /// <inheritdoc/>
    RunSettings IResumable.Settings
    {
        get
        {
            var settings = new RunSettings();
            Describe(settings);
            return settings;
        }
    }

    /// <inheritdoc/>
    void IResumable.RequireTrainedWeights() => RequireTrainedWeights();

    /// <summary>Batches drawn by one round, to translate samples and epochs into rounds.</summary>
    protected virtual int BatchesPerRound => _options.GradientAccumulation;

    /// <summary>Plays on from where the trainer stands.</summary>
    /// <param name="source">The data. The caller owns it.</param>
    /// <param name="length">How long.</param>
    /// <param name="hooks">Who watches.</param>
    /// <param name="cancellationToken">Looked at between rounds. A cancelled run leaves the trainer whole and can be continued.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled; hooks saw its end.</exception>
    /// <exception cref="ArgumentException">Data and models do not fit together, or a hook has no pace; the message says how.</exception>
    /// <exception cref="NonFiniteNumberException">A step met NaN or infinity, and <see cref="NumericPolicy"/> ends the run.</exception>
    /// <exception cref="OutOfTensorMemoryException">The engine ran out of memory.</exception>
    /// <exception cref="ObjectDisposedException">The trainer was disposed.</exception>
    public TrainingResult Fit(
        IBatchSource<TBatch> source, TrainingLength length, IReadOnlyList<TrainingHook>? hooks = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ObjectDisposedException.ThrowIf(_disposed, this);
        hooks ??= [];
        RunChecks.CheckSource(source);
        RunChecks.CheckHooks(hooks);
        var last = Rounds + Math.Min(length.ToRounds(source.BatchSize, source.BatchesPerEpoch, RoundsFor), long.MaxValue - Rounds);
        TrainerLog.Started(_logger, GetType().Name, Rounds, last, Device);
        foreach (var hook in hooks)
        {
            hook.OnStart(Sampler);
        }

        try
        {
            PlayUntil(last, source, hooks, cancellationToken);
        }
        catch (ExternalException failure) when (EngineMemory.IsExhausted(failure))
        {
            // Here everything the round held is free.
            throw new OutOfTensorMemoryException(Rounds + 1, Device.ToString(), failure);
        }

        var result = new TrainingResult { Rounds = Rounds, SamplesSeen = SamplesSeen, Cancelled = Rounds < last };
        TrainerLog.Ended(_logger, GetType().Name, Rounds, SamplesSeen, result.Cancelled);
        foreach (var hook in hooks)
        {
            hook.OnEnd(result, Sampler);
        }

        return result.Cancelled ? throw new OperationCanceledException(cancellationToken) : result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The terms <c>[N]</c> whose mean this player minimises in one step.</summary>
    /// <param name="player">Whose turn it is. Only its parameters receive gradients.</param>
    /// <param name="round">Gives batches, and takes measures.</param>
    protected abstract Tensor ComputeLoss(Player player, Round<TBatch> round);

    /// <summary>
    /// Gives a part of the game its memory: an empty state that every checkpoint saves and sets. Call it when the trainer is made.
    /// </summary>
    /// <param name="name">The part's name, once in each trainer; for example "ema".</param>
    /// <returns>The state. The trainer owns it.</returns>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    protected ComponentState Remember(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var state = new ComponentState();
        _states.Add(name, state);
        return state;
    }

    /// <summary>
    /// Called when the players' parameters are in their buffers and the data was found to fit, before the first round of each run that plays
    /// one. Default nothing.
    /// </summary>
    protected virtual void OnRunStarting()
    {
    }

    /// <summary>
    /// Called when all players have taken their steps of a round, which <see cref="Rounds"/> and <see cref="SamplesSeen"/> do not count yet.
    /// Default nothing.
    /// </summary>
    /// <param name="samples">Real samples drawn in the round.</param>
    protected virtual void OnRoundPlayed(long samples)
    {
    }

    /// <summary>The rounds, from the next one on, that draw so many batches; rounded up. The default divides by <see cref="BatchesPerRound"/>.</summary>
    protected virtual long RoundsFor(long batches) => TrainingLength.DivideUp(batches, BatchesPerRound);

    /// <summary>
    /// Notes the rules of the game, all that decide what the next round does. A checkpoint stores them, and no game goes on under others.
    /// Where it is played does not belong to them.
    /// </summary>
    /// <param name="settings">Takes them. A subclass adds its own after the base's.</param>
    protected virtual void Describe(RunSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Add("Trainer", GetType().Name).Add("Seed", _options.Seed).Add("Update", _options.Update)
            .Add("GradientAccumulation", _options.GradientAccumulation).Add("NumericPolicy", _options.NumericPolicy);
        foreach (var player in Players)
        {
            settings.Add($"{player.Name}.Optimizer", player.Settings).Add($"{player.Name}.StepsPerRound", player.StepsPerRound)
                .Add($"{player.Name}.WarmUp", player.WarmUp).Add($"{player.Name}.BeforeStep", player.BeforeStep)
                .Add($"{player.Name}.AfterStep", player.AfterStep);
        }
    }

    /// <summary>Throws <see cref="InvalidOperationException"/> while the models hold something else than what is trained. Default never.</summary>
    private protected virtual void RequireTrainedWeights()
    {
    }

    /// <summary>The tensors of a batch, by which a checkpoint knows its data again. Default none.</summary>
    /// <param name="batch">A batch, which keeps them.</param>
    protected internal virtual IReadOnlyList<Tensor> ContentOf(TBatch batch) => [];

    /// <summary>Compares data and models before the first step. Throws <see cref="ArgumentException"/> when they do not fit.</summary>
    /// <param name="batch">The first batch.</param>
    protected virtual void Check(TBatch batch)
    {
    }

    /// <summary>Disposes what the trainer owns: optimizers, buffers and its random generator; never the models.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            foreach (var player in Players)
            {
                player.Dispose();
            }

            foreach (var state in _states.Values)
            {
                state.Dispose();
            }

            _guard.Dispose();
            Random.Dispose();
        }
    }

    private void PlayUntil(long last, IBatchSource<TBatch> source, IReadOnlyList<TrainingHook> hooks, CancellationToken cancellationToken)
    {
        if (Rounds >= last || cancellationToken.IsCancellationRequested)
        {
            return;  // a run without a round leaves no trace
        }

        try
        {
            TakeSeats();
            CheckOnce(source);
            OnRunStarting();
            do
            {
                if (PlayRound(source, last, AnyDue(hooks, Rounds + 1, last)) is { } report)
                {
                    Tell(hooks, report);
                    _guard.Suspect();
                }
            }
            while (Rounds < last && !cancellationToken.IsCancellationRequested);
        }
        finally
        {
            GiveTurn(null);
        }
    }

    private TrainingReport? PlayRound(IBatchSource<TBatch> source, long last, bool reported)
    {
        using var round = new Round<TBatch>(source, BatchesDrawn, reported);
        _guard.BeginRound(this);
        try
        {
            PlayMoves(round);
        }
        catch (NonFiniteNumberException problem)
        {
            if (_guard.GoBack(this, problem, round.NextBatchIndex))
            {
                return null;
            }

            throw;
        }

        OnRoundPlayed(round.SamplesDrawn);
        Rounds++;
        SamplesSeen += round.SamplesDrawn;
        BatchesDrawn = round.NextBatchIndex;
        return reported ? Report(round, source, last) : null;
    }

    private void PlayMoves(Round<TBatch> round)
    {
        if (_options.Update == UpdateRule.Simultaneous)
        {
            Move(round, Players);
            return;
        }

        for (var i = 0; i < Players.Count; i++)
        {
            for (var step = 0; step < Players[i].StepsIn(Rounds); step++)
            {
                Move(round, Players[i]);
            }
        }
    }

    private void Move(Round<TBatch> round, params IReadOnlyList<Player> players)
    {
        if (Step(round, players) is { } problem)
        {
            _guard.Answer(problem);
        }
    }

    // Those that move at the same time, all or none of them; whatever is thrown on the way, what computing changed is put back.
    private NonFiniteNumberException? Step(Round<TBatch> round, IReadOnlyList<Player> players)
    {
        using var turn = _guard.Begin();
        foreach (var player in players)
        {
            if (Differentiate(player, round) is { } problem)
            {
                return problem;
            }
        }

        foreach (var player in players)
        {
            RoundMeasures.Step(player, SamplesSeen, round);
            _guard.Stepped(player);
        }

        turn?.Keep();
        return null;
    }

    private NonFiniteNumberException? Differentiate(Player player, Round<TBatch> round)
    {
        GiveTurn(player);
        player.Parameters.ZeroGradients();
        for (var part = 0; part < _options.GradientAccumulation; part++)
        {
            if (Differentiate(player, round, part) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    // One of the batches whose gradients make the step.
    private NonFiniteNumberException? Differentiate(Player player, Round<TBatch> round, int part)
    {
        using var scope = NewDisposeScope();
        round.BeginStep(part);
        var loss = ComputeLoss(player, round).mean();
        round.Measure(player.Name + ".loss", loss);
        (_options.GradientAccumulation == 1 ? loss : loss.div(_options.GradientAccumulation)).backward();
        return _guard.Examine(player, round.Watched, loss, Rounds + 1, LastCheckpoint);
    }

    // The caller may have used the models since the last run: with other trainers, or by dropping their gradients.
    private void TakeSeats()
    {
        foreach (var player in Players)
        {
            player.Parameters.Attach();
        }

        _guard.Attach(Players, _states.Values);
    }

    // Freezes all players but one; between runs there is none, and none is frozen.
    private void GiveTurn(Player? player)
    {
        if (ReferenceEquals(_trainable, player))
        {
            return;
        }

        for (var i = 0; i < Players.Count; i++)
        {
            Players[i].Parameters.SetTrainable(player is null || ReferenceEquals(Players[i], player));
        }

        _trainable = player;
    }

    // Looks at the first batch without drawing it: the game's own batches are the same whether or not this ran.
    private void CheckOnce(IBatchSource<TBatch> source)
    {
        if (!ReferenceEquals(_checked, source))
        {
            using var scope = NewDisposeScope();
            using var batch = RunChecks.BatchOf(source, BatchesDrawn);
            Check(batch);
            _checked = source;
        }
    }

    private TrainingReport Report(Round<TBatch> round, IBatchSource<TBatch> source, long last) => new()
    {
        Round = Rounds,
        LastRound = last,
        SamplesSeen = SamplesSeen,
        Epoch = source.BatchesPerEpoch is long perEpoch ? (double)BatchesDrawn / perEpoch : null,
        Values = round.ReadMeasures(),
    };

    private void Tell(IReadOnlyList<TrainingHook> hooks, TrainingReport report)
    {
        foreach (var hook in hooks)
        {
            if (IsDue(hook, report.Round, report.LastRound))
            {
                hook.OnReport(report, Sampler);
                report = report.With(hook.Measures);
            }
        }

        foreach (var hook in hooks)
        {
            if (IsDue(hook, report.Round, report.LastRound))
            {
                hook.OnReported(report);
            }
        }
    }

    private static bool AnyDue(IReadOnlyList<TrainingHook> hooks, long round, long last)
    {
        for (var i = 0; i < hooks.Count; i++)
        {
            if (IsDue(hooks[i], round, last))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDue(TrainingHook hook, long round, long last) => round == last || round % hook.Every == 0;
}
