using Gan.Net.Layers;
using Microsoft.Extensions.Logging;

namespace Gan.Net.Training;

/// <summary>
/// A paper's settings of everything but the networks: rules, batch, length. <see cref="Recipes"/> has those that are known by name; vary them with
/// <c>with</c>. Model packages fit their options to one with <c>For</c>. Immutable, thread-safe.
/// </summary>
public sealed record Recipe
{
    /// <summary>The name the tool knows it by, such as "wgan-gp".</summary>
    public required string Name { get; init; }

    /// <summary>Where the settings come from.</summary>
    public required string Source { get; init; }

    /// <summary>The rules of the game.</summary>
    public required GanTrainerOptions Trainer { get; init; }

    /// <summary>Real samples in a batch, those of packs counted one by one.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Generator steps of the paper's training, or null where it gives none that fits other data.</summary>
    public long? Rounds { get; init; }

    /// <summary>How the discriminator is normalised. Default <see cref="Norm.None"/>.</summary>
    public Norm DiscriminatorNorm { get; init; }

    /// <summary>Samples that the discriminator judges together, at least 1. Default 1.</summary>
    public int PackSize { get; init; } = 1;

    /// <summary>Discriminator steps that the generator looks ahead, at least 0. Default 0.</summary>
    public int UnrolledSteps { get; init; }

    /// <summary>Seats two models. The trainer belongs to the caller, as the models do.</summary>
    /// <param name="generator">G.</param>
    /// <param name="discriminator">D; when <see cref="PackSize"/> is m, made for m times the channels, or features, of a sample.</param>
    /// <param name="logger">Logs the start and end of runs. Null: no logging.</param>
    /// <exception cref="ArgumentException">An option breaks a rule; the message names every one that does.</exception>
    public GanTrainer CreateTrainer(IGenerator generator, IDiscriminator discriminator, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(discriminator);
        var judge = PackSize == 1 ? discriminator : new PackedDiscriminator(discriminator, PackSize);
        return UnrolledSteps == 0
            ? new GanTrainer(generator, judge, Trainer, logger)
            : new UnrolledGanTrainer(generator, judge, Trainer, logger) { UnrolledSteps = UnrolledSteps };
    }
}
