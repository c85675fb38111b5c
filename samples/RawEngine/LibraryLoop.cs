using Gan.Net.Data;
using Gan.Net.Mlp;
using Gan.Net.Schedules;
using Gan.Net.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

/// <summary>The same game; the non-saturating loss is the default. The optimizer is the engine's own, whose bits the raw loop has too.</summary>
internal static class LibraryLoop
{
    public static (float Discriminator, float Generator) Train(MlpGenerator generator, MlpDiscriminator discriminator, int rounds)
    {
        using var source = new RingSource();
        using var trainer = new GanTrainer(generator, discriminator, new GanTrainerOptions { GeneratorOptimizer = new EnginesAdam(), DiscriminatorOptimizer = new EnginesAdam() });
        var last = new LastReport(rounds);

        trainer.Fit(source, TrainingLength.Rounds(rounds), [last]);
        return ((float)last.Values["discriminator.loss"], (float)last.Values["generator.loss"]);
    }

    /// <summary>TorchSharp's Adam. The library's <see cref="AdamSettings"/> makes the same step in one pass over memory, which rounds differently in the last bit.</summary>
    private sealed record EnginesAdam : OptimizerSettings
    {
        public override Schedule LearningRate { get; init; } = 2e-4;

        public override optim.Optimizer Create(IReadOnlyList<Parameter> parameters) => optim.Adam(parameters, LearningRate.At(0), beta1: 0.5, beta2: 0.999);
    }

    /// <summary>Keeps the numbers of the last round; the others are never read.</summary>
    private sealed class LastReport(int rounds) : TrainingHook
    {
        public IReadOnlyDictionary<string, double> Values { get; private set; } = new Dictionary<string, double>();

        public override long Every => rounds;

        public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views) => Values = report.Values;
    }
}
