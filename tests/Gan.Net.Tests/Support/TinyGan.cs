using Gan.Net.Training;
using Microsoft.Extensions.Logging;

namespace Gan.Net.Tests.Support;

/// <summary>The object mother: a tiny game on seeded noise, ready to play.</summary>
internal sealed class TinyGan : IDisposable
{
    public TinyGan(GanTrainerOptions? options = null, ILogger? logger = null)
    {
        Journal = new Journal();
        Generator = new TinyGenerator { Journal = Journal };
        Discriminator = new TinyDiscriminator { Journal = Journal };
        Trainer = new GanTrainer(Generator, Discriminator, options, logger);
        Journal.Game = Trainer;
    }

    public Journal Journal { get; }

    public TinyGenerator Generator { get; }

    public TinyDiscriminator Discriminator { get; }

    public GanTrainer Trainer { get; }

    public SortedDictionary<string, double[]> Weights => TestSupport.Weights.Of(Generator, Discriminator);

    /// <summary>An endless source in batches of 4, whose draws go to the journal.</summary>
    public NoiseSource Source() => new(2) { Drawing = index => Journal.Note($"batch {index}") };

    /// <summary>The weights after an undisturbed run.</summary>
    public static SortedDictionary<string, double[]> Play(int rounds, GanTrainerOptions? options = null)
    {
        using var gan = new TinyGan(options);
        using var source = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(rounds));
        return gan.Weights;
    }

    public void Dispose()
    {
        Trainer.Dispose();
        Generator.Dispose();
        Discriminator.Dispose();
    }
}
