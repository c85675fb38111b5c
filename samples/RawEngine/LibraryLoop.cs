using Gan.Net.Data;
using Gan.Net.Mlp;
using Gan.Net.Training;

/// <summary>The same game; the non-saturating loss and the paper's Adam are the defaults.</summary>
internal static class LibraryLoop
{
    public static (float Discriminator, float Generator) Train(MlpGenerator generator, MlpDiscriminator discriminator, int rounds)
    {
        using var source = new RingSource();
        using var trainer = new GanTrainer(generator, discriminator);
        var last = new LastReport(rounds);

        trainer.Fit(source, TrainingLength.Rounds(rounds), [last]);
        return ((float)last.Values["discriminator.loss"], (float)last.Values["generator.loss"]);
    }

    /// <summary>Keeps the numbers of the last round; the others are never read.</summary>
    private sealed class LastReport(int rounds) : TrainingHook
    {
        public IReadOnlyDictionary<string, double> Values { get; private set; } = new Dictionary<string, double>();

        public override long Every => rounds;

        public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views) => Values = report.Values;
    }
}
