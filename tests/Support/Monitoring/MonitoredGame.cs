using Gan.Net.Monitoring;
using Gan.Net.Training;

namespace Gan.Net.TestSupport;

/// <summary>A game to play under a <see cref="TrainingMonitor"/>: a healthy recipe, or one broken on purpose.</summary>
internal sealed record MonitoredGame
{
    public required string Name { get; init; }

    /// <summary>What the monitor should say; null for nothing.</summary>
    public VerdictKind? Expected { get; init; }

    public required long Rounds { get; init; }

    public required Func<long, IBatchSource<Batch>> Source { get; init; }

    public required Func<long, (IGenerator Generator, IDiscriminator Discriminator)> Models { get; init; }

    /// <summary>A paper's settings in place of <see cref="Rules"/>; null for none.</summary>
    public Recipe? Recipe { get; init; }

    public GanTrainerOptions Rules { get; init; } = new();

    public TrainingMonitorOptions Options { get; init; } = new();

    /// <summary>Plays with the monitor watching, after <paramref name="also"/> was given the chance to listen.</summary>
    public IReadOnlyList<Verdict> Play(long seed, params TrainingHook[] also)
    {
        using var source = Source(seed);
        var (generator, discriminator) = Models(seed);
        using (generator)
        using (discriminator)
        using (var trainer = Seat(generator, discriminator, seed))
        {
            var monitor = new TrainingMonitor(source, Options);
            trainer.Fit(source, TrainingLength.Rounds(Rounds), [monitor, .. also]);
            return monitor.Verdicts;
        }
    }

    public override string ToString() => Name;

    private GanTrainer Seat(IGenerator generator, IDiscriminator discriminator, long seed) => Recipe is null
        ? new GanTrainer(generator, discriminator, Rules with { Seed = seed })
        : (Recipe with { Trainer = Recipe.Trainer with { Seed = seed } }).CreateTrainer(generator, discriminator);
}
