using Gan.Net.Data;
using Gan.Net.Mlp;
using Gan.Net.Training;

/// <summary>The same game; the non-saturating loss and the paper's Adam are the defaults.</summary>
internal static class LibraryLoop
{
    public static void Train(int rounds)
    {
        using var generator = new MlpGenerator(MlpOptions.Ring);
        using var discriminator = new MlpDiscriminator(MlpOptions.Ring);
        using var source = new RingSource();
        using var trainer = new GanTrainer(generator, discriminator);

        trainer.Fit(source, TrainingLength.Rounds(rounds));
    }
}
