using Gan.Net.Training;
using Microsoft.Extensions.Logging;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>
/// A generator and a discriminator that are used together: trained by one call and sampled by another. Owns both models and the trainer. A model package
/// makes one from its options, as <c>MlpOptions.Ring.Create(seed: 1)</c>. Not thread-safe.
/// </summary>
public sealed class GanModel : IDisposable
{
    private GanTrainer? _trainer;
    private Recipe? _recipe;

    /// <summary>Takes over two models.</summary>
    /// <param name="generator">G, which is taken over.</param>
    /// <param name="discriminator">D, which is taken over.</param>
    /// <param name="seed">Seed of the training and of <see cref="Sample"/>.</param>
    /// <param name="device">Where the models compute; null for the CPU.</param>
    public GanModel(IGenerator generator, IDiscriminator discriminator, long seed = 0, Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(discriminator);
        (Generator, Discriminator, Seed, Device) = (generator, discriminator, seed, device ?? CPU);
    }

    /// <summary>The generator.</summary>
    public IGenerator Generator { get; }

    /// <summary>The discriminator.</summary>
    public IDiscriminator Discriminator { get; }

    /// <summary>The seed of the training and of <see cref="Sample"/>.</summary>
    public long Seed { get; }

    /// <summary>Where the models compute.</summary>
    public Device Device { get; }

    /// <summary>The trainer of the last <see cref="TrainerFor"/>; null before the first. The GAN owns it.</summary>
    public GanTrainer? Trainer => _trainer;

    /// <summary>Trains. A second call with the same recipe goes on where the first ended; another recipe starts a new trainer on the trained models.</summary>
    /// <param name="source">The data. The caller owns it.</param>
    /// <param name="recipe">The rules. The GAN's seed and device take the place of the recipe's.</param>
    /// <param name="length">How long.</param>
    /// <param name="hooks">Who watches.</param>
    /// <returns>Where the run stood at its end.</returns>
    /// <exception cref="ArgumentException">The models, the data and the recipe do not fit together; the message says how.</exception>
    public TrainingResult Fit(IBatchSource<Batch> source, Recipe recipe, TrainingLength length, params IReadOnlyList<TrainingHook> hooks) =>
        Fit(source, recipe, length, hooks, CancellationToken.None);

    /// <summary>Trains until it is done or cancelled.</summary>
    /// <inheritdoc cref="Fit(IBatchSource{Batch}, Recipe, TrainingLength, IReadOnlyList{TrainingHook})"/>
    /// <param name="source">The data. The caller owns it.</param>
    /// <param name="recipe">The rules.</param>
    /// <param name="length">How long.</param>
    /// <param name="hooks">Who watches.</param>
    /// <param name="cancellationToken">Looked at between rounds.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled. It can be continued.</exception>
    public TrainingResult Fit(IBatchSource<Batch> source, Recipe recipe, TrainingLength length, IReadOnlyList<TrainingHook> hooks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return TrainerFor(recipe).Fit(source, length, hooks, cancellationToken);
    }

    /// <summary>The trainer that plays by a recipe: the present one when the recipe is the same, for checkpoints and hooks that need it. The GAN owns it.</summary>
    /// <param name="recipe">The rules.</param>
    /// <param name="logger">Logs the start and end of runs. Null: no logging.</param>
    public GanTrainer TrainerFor(Recipe recipe, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        if (_trainer is null || !recipe.Equals(_recipe))
        {
            var next = (recipe with { Trainer = recipe.Trainer with { Seed = Seed, Device = Device } }).CreateTrainer(Generator, Discriminator, logger);
            _trainer?.Dispose();
            (_trainer, _recipe) = (next, recipe);
        }

        return _trainer;
    }

    /// <summary>
    /// Samples <c>[count, ...sample]</c> on the CPU, in evaluation mode, without a graph, with the averaged weights if there are any. The caller owns them.
    /// The same seed gives the same samples.
    /// </summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="label">The class of all samples; null for all classes in turn, and for models without classes.</param>
    /// <param name="seed">Seed of the latents; null for the GAN's.</param>
    /// <exception cref="ArgumentException">A label was given to a generator without classes, or there is no such class.</exception>
    public Tensor Sample(int count, int? label = null, long? seed = null)
    {
        using var average = _trainer?.ShowAveraged();
        return Generator.Sample(count, seed ?? Seed, label);
    }

    /// <summary>Disposes the trainer and both models.</summary>
    public void Dispose()
    {
        _trainer?.Dispose();
        Generator.Dispose();
        Discriminator.Dispose();
    }
}
