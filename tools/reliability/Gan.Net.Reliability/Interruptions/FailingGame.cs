using Gan.Net.Checkpoints;
using Gan.Net.Reliability.Games;
using Gan.Net.Reliability.Numbers;
using Gan.Net.TestSupport;
using Gan.Net.Training;

namespace Gan.Net.Reliability.Interruptions;

/// <summary>A small game all of whose user's parts can be made to throw, with a checkpoint every second round.</summary>
internal sealed class FailingGame : IDisposable
{
    private readonly SmallGenerator _generator = new(seed: 1);
    private readonly SmallDiscriminator _discriminator = new(seed: 2);
    private readonly NoiseSource _source;
    private readonly RunCheckpoints _run;
    private readonly string _folder;
    private readonly Dictionary<long, string> _saved = [];
    private string _lastState = "";

    public FailingGame(string folder)
    {
        _folder = folder;
        _source = NewSource();
        Trainer = Seat(_generator, _discriminator);
        _run = RunCheckpoints.Open(folder);
    }

    public FailingParts Parts { get; } = new();

    public GanTrainer Trainer { get; }

    /// <summary>Plays with one part throwing at one of its calls.</summary>
    /// <returns>What was wrong with how the run ended, or null.</returns>
    public string? Suffer(string part, int call)
    {
        Parts.Arm(part, call);
        _lastState = StateDigest.Of(Trainer);
        try
        {
            Play(6);
        }
        catch (PlannedException caught)
        {
            return !ReferenceEquals(caught, Parts.Thrown) ? $"{part} {call}: another exception came"
                : StateDigest.Of(Trainer) != _lastState ? $"{part} {call}: the state is not that after the last whole step"
                : CheckpointProblem() is { } problem ? $"{part} {call}: {problem}"
                : null;
        }
        finally
        {
            Parts.Disarm();
        }

        return Parts.Thrown is null ? null : $"{part} {call}: the exception was swallowed";
    }

    /// <summary>Plays on with nothing in the way.</summary>
    public void Play(int rounds) =>
        Trainer.Fit(
            _source, TrainingLength.Rounds(rounds),
            [new Digests(this), new FailingParts.Hook(Parts), new CheckpointHook<Batch>(Trainer, _source, _run, new CheckpointHookOptions { Every = 2 })]);

    public void Dispose()
    {
        _run.Dispose();
        Trainer.Dispose();
        _generator.Dispose();
        _discriminator.Dispose();
        _source.Dispose();
    }

    // Opens the newest checkpoint as another process would, sets a new trainer to it and compares.
    private string? CheckpointProblem()
    {
        if (_saved.Count == 0)
        {
            return null;
        }

        using var generator = new SmallGenerator(seed: 5);
        using var discriminator = new SmallDiscriminator(seed: 6);
        using var source = NewSource();
        using var trainer = Seat(generator, discriminator);
        var newest = _run.FindNewest();
        if (newest is null || _run.Damages.Count > 0)
        {
            return "the last checkpoint is damaged";
        }

        newest.Restore(trainer, source);
        return _saved.TryGetValue(newest.Rounds, out var digest) && TrainerDigest.Of(trainer) == digest ? null : $"the checkpoint of round {newest.Rounds} is not the state of that round";
    }

    private GanTrainer Seat(IGenerator generator, IDiscriminator discriminator) => new(
        new FailingParts.Generator(generator, Parts), new FailingParts.Discriminator(discriminator, Parts), SmallGame.Everything with
        {
            Loss = new FailingParts.Loss(new Losses.NonSaturatingLoss(), Parts),
            Regularizers = [.. SmallGame.Everything.Regularizers, new FailingParts.Penalty(Parts)],
            BeforeDiscriminatorStep = [new FailingParts.Before(Parts)],
            BeforeGeneratorStep = [new FailingParts.Before(Parts)],
            AfterDiscriminatorStep = [new StepNote(this)],
            AfterGeneratorStep = [new StepNote(this)],
        });

    private NoiseSource NewSource() => new(1, 4, 4) { Drawing = _ => Parts.Call("source"), BatchesPerEpoch = 7 };

    private sealed class StepNote(FailingGame game) : IAfterStep
    {
        public void Act(FlatParameters parameters) => game._lastState = StateDigest.Of(game.Trainer);
    }

    // Notes the state of each round, after the averages moved.
    private sealed class Digests(FailingGame game) : TrainingHook
    {
        public override void OnStart(IReadOnlyList<ISampler> views) => game._lastState = StateDigest.Of(game.Trainer);

        public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views)
        {
            game._saved[report.Round] = TrainerDigest.Of(game.Trainer);
            game._lastState = StateDigest.Of(game.Trainer);
        }
    }
}
