using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// The state of a game between players who take turns minimising their own losses: who plays, what is remembered, how far the game has come, and where
/// chance comes from. It knows nothing of GANs. <see cref="Trainer{TBatch}"/> plays it. Runs on one thread at a time.
/// </summary>
public abstract class Trainer : IDisposable, IResumable
{
    private readonly SortedDictionary<string, ComponentState> _states = new(StringComparer.Ordinal);
    private readonly List<AveragedWeights> _averages = [];
    private IProgressAware[] _progressAware = [];
    private bool _disposed;
    private int _running;

    /// <summary>Seeds the trainer.</summary>
    private protected Trainer(TrainerOptions options, ILogger? logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        Logger = logger ?? NullLogger.Instance;
        InitializeDevice(options.Device);
        var rank = options.Collective.Rank;
        Random = new Generator(rank == 0 ? (ulong)options.Seed : SeededRandom.Derive((ulong)options.Seed, (ulong)rank), CPU);
        Guard = new NumericGuard(options.NumericPolicy, options.NumericPolicy.Remembers ? Remember(NumericGuard.StateName) : null, options.Collective, Logger);
    }

    /// <summary>The players, in the order they move.</summary>
    public IReadOnlyList<Player> Players { get; protected init; } = [];

    /// <summary>
    /// What parts of the game remember between steps besides modules, optimizers and <see cref="Random"/>, by name. A checkpoint holds
    /// all of it. The trainer owns the states.
    /// </summary>
    public IReadOnlyDictionary<string, ComponentState> States => _states;

    /// <summary>What the game shows, for hooks; the first view is the main one. Default none.</summary>
    public virtual IReadOnlyList<ISampler> Views => [];

    /// <summary>Rounds finished.</summary>
    public long Rounds { get; private set; }

    /// <summary>Batches drawn from the source: where the next run goes on.</summary>
    public long BatchesDrawn { get; private set; }

    /// <summary>Real samples seen, by all processes together.</summary>
    public long SamplesSeen { get; private set; }

    /// <summary>Steps left out by <see cref="NumericPolicy.SkipStep"/>.</summary>
    public long SkippedSteps => Guard.SkippedSteps;

    /// <summary>The newest checkpoint of this run, for errors; null if there is none.</summary>
    public string? LastCheckpoint { get; internal set; }

    /// <summary>Where the game is played.</summary>
    public Device Device => Options.Device;

    /// <summary>The trainer's own source of randomness; a CPU generator.</summary>
    protected Generator Random { get; }

    /// <summary>What every trainer needs to know.</summary>
    private protected TrainerOptions Options { get; }

    private protected ILogger Logger { get; }

    private protected NumericGuard Guard { get; }

    internal Generator RandomOfPart => Random;

    internal long Seed => Options.Seed;

    /// <inheritdoc/>
    Generator IResumable.Random => Random;

    /// <inheritdoc/>
    TrainerCounters IResumable.Counters
    {
        get => new(Rounds, BatchesDrawn, SamplesSeen);
        set
        {
            (Rounds, BatchesDrawn, SamplesSeen) = (value.Rounds, value.BatchesDrawn, value.SamplesSeen);
            TellProgress();
        }
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
    void IResumable.RequireTrainedWeights() => _averages.ForEach(average => average.RequireTrainedWeights());

    /// <summary>
    /// Puts the averaged weights into the models until the result is disposed; then the trained ones are back, bit for bit. For saving and sampling;
    /// training on meanwhile is refused. Null, and the models stay as they are, when there is no average, before the first round, or when they are there
    /// already.
    /// </summary>
    public IDisposable? ShowAveraged()
    {
        ThrowIfDisposed();
        IDisposable[] shown = [.. _averages.Select(average => average.Show()).OfType<IDisposable>()];
        return shown.Length == 0 ? null : new ShownAverages(shown);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A run is under way.</exception>
    public void Dispose()
    {
        if (Volatile.Read(ref _running) != 0)
        {
            throw new InvalidOperationException("The trainer is training. Cancel the run and wait for its end before you dispose the trainer.");
        }

        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Gives a part of the game its memory: an empty state that every checkpoint saves and sets. Call it when the trainer is made.
    /// </summary>
    /// <param name="name">The part's name, once in each trainer; for example "pool".</param>
    /// <returns>The state. The trainer owns it.</returns>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    protected ComponentState Remember(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var state = new ComponentState();
        _states.Add(name, state);
        return state;
    }

    /// <summary>Makes an adversary, a part that gives both players their terms. Call it when the trainer is made.</summary>
    /// <param name="name">What stands before its measures and states, once in each trainer; empty for the only adversary of a game.</param>
    /// <param name="generator">The generator whose samples are judged. The caller owns it.</param>
    /// <param name="discriminator">The discriminator. The caller owns it.</param>
    /// <param name="options">Loss, penalties and augmentations, already checked.</param>
    protected Adversary AddAdversary(string name, IGenerator generator, IDiscriminator discriminator, AdversaryOptions options)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(discriminator);
        ArgumentNullException.ThrowIfNull(options);
        return new Adversary(this, name, generator, discriminator, options);
    }

    /// <summary>
    /// Keeps a running average of a player's weights from now on. Views, <see cref="ShowAveraged"/> and saved models show it. Call it when the trainer is made.
    /// </summary>
    /// <param name="player">The player, usually that of the generators.</param>
    /// <param name="settings">How the average moves.</param>
    /// <param name="name">The name of its state, once in each trainer.</param>
    protected void Average(Player player, EmaSettings settings, string name = "ema")
    {
        ArgumentNullException.ThrowIfNull(player);
        ArgumentNullException.ThrowIfNull(settings);
        _averages.Add(new AveragedWeights(settings, player.Parameters, Remember(name)));
    }

    /// <summary>
    /// Notes the rules of the game, all that decide what the next round does. A checkpoint stores them, and no game goes on under others.
    /// Where it is played does not belong to them.
    /// </summary>
    /// <param name="settings">Takes them. A subclass adds its own after the base's.</param>
    protected virtual void Describe(RunSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Add("Trainer", GetType().Name).Add("Seed", Options.Seed).Add("Update", Options.Update)
            .Add("GradientAccumulation", Options.GradientAccumulation).Add("NumericPolicy", Options.NumericPolicy)
            .Add("Processes", Options.Collective.Size);
        foreach (var player in Players)
        {
            settings.Add($"{player.Name}.Optimizer", player.Settings).Add($"{player.Name}.StepsPerRound", player.StepsPerRound)
                .Add($"{player.Name}.WarmUp", player.WarmUp).Add($"{player.Name}.BeforeStep", player.BeforeStep)
                .Add($"{player.Name}.AfterStep", player.AfterStep);
        }
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

            foreach (var view in Views.OfType<IDisposable>())
            {
                view.Dispose();
            }

            Guard.Dispose();
            Random.Dispose();
        }
    }

    internal ComponentState RememberPart(string name) => Remember(name);

    /// <summary>Marks the trainer as running until disposed; refuses a second run.</summary>
    private protected IDisposable BeginRun()
    {
        ThrowIfDisposed();
        return Interlocked.Exchange(ref _running, 1) == 0
            ? new Running(this)
            : throw new InvalidOperationException("The trainer is training already. Wait for the end of that run before you start another.");
    }

    // The caller may have used the models since the last run: with other trainers, or by dropping their gradients.
    private protected void TakeSeats()
    {
        foreach (var player in Players)
        {
            player.Parameters.Attach();
        }

        _progressAware = ProgressAware.Among(Players);
        Guard.Attach(Players, _states.Values);
    }

    private protected void StartAverages() => _averages.ForEach(average => average.Start(anew: Rounds == 0));

    /// <summary>Counts a round that was played.</summary>
    private protected void CountRound(long samples, long nextBatch)
    {
        foreach (var average in _averages)
        {
            average.Follow(samples, SamplesSeen);
        }

        Rounds++;
        SamplesSeen += samples;
        BatchesDrawn = nextBatch;
    }

    /// <summary>Tells the modules that change with progress how far the game has come.</summary>
    private protected void TellProgress()
    {
        if (_progressAware.Length == 0 && Rounds > 0)
        {
            _progressAware = ProgressAware.Among(Players);
        }

        foreach (var aware in _progressAware)
        {
            aware.OnProgress(SamplesSeen);
        }
    }

    private protected void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed, this);

    private sealed class Running(Trainer trainer) : IDisposable
    {
        public void Dispose() => Volatile.Write(ref trainer._running, 0);
    }

    private sealed class ShownAverages(IDisposable[] shown) : IDisposable
    {
        public void Dispose() => Array.ForEach(shown, one => one.Dispose());
    }
}
