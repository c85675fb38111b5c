using Gan.Net.Data;
using Gan.Net.Mlp;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Reliability.Inputs;

/// <summary>Tries to train with something wrong, and counts the steps it came to.</summary>
internal static class Attempts
{
    /// <summary>Optimizer steps taken by all attempts so far.</summary>
    public static long StepsTaken { get; private set; }

    public static MlpOptions Points { get; } = MlpOptions.Ring with { GeneratorWidths = [4], DiscriminatorWidths = [4] };

    public static MlpOptions Pictures { get; } = Points with { SampleShape = [1, 4, 4], OutputScale = 1 };

    /// <summary>Trains points under these rules.</summary>
    public static void Rules(GanTrainerOptions options) => Fit(Points, new RingSource(), options);

    /// <summary>Makes both networks.</summary>
    public static void Models(MlpOptions options)
    {
        using var generator = new MlpGenerator(options);
        using var discriminator = new MlpDiscriminator(options);
    }

    /// <summary>Trains an MLP on some data.</summary>
    public static void Fit(MlpOptions models, IBatchSource<Batch>? source, GanTrainerOptions? options = null, TrainingLength? length = null, IReadOnlyList<TrainingHook>? hooks = null)
    {
        using var generator = new MlpGenerator(models);
        using var discriminator = new MlpDiscriminator(models);
        Fit(generator, discriminator, source, options, length, hooks);
    }

    /// <summary>Trains on a batch that never changes.</summary>
    public static void Fit(MlpOptions models, Tensor samples, Tensor? labels = null) => Fit(models, new OneBatch(samples, labels));

    public static void Fit(
        IGenerator? generator, IDiscriminator? discriminator, IBatchSource<Batch>? source, GanTrainerOptions? options = null, TrainingLength? length = null,
        IReadOnlyList<TrainingHook>? hooks = null)
    {
        using var trainer = new GanTrainer(generator!, discriminator!, options);
        try
        {
            trainer.Fit(source!, length ?? TrainingLength.Rounds(2), hooks);
        }
        finally
        {
            StepsTaken += trainer.Players.Sum(player => player.Steps);
            source?.Dispose();
        }
    }

    internal sealed class OneBatch(Tensor? samples, Tensor? labels = null) : IBatchSource<Batch>
    {
        public int BatchSize { get; init; } = (int)(samples?.shape[0] ?? 4);

        public long? BatchesPerEpoch { get; init; }

        public Batch GetBatch(long index) => samples is null ? null! : new Batch(samples.alias(), labels?.alias());

        public void Dispose()
        {
        }
    }

    internal sealed class Pace(long every) : TrainingHook
    {
        public override long Every => every;
    }
}
