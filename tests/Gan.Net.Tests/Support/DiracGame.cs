using Gan.Net.Training;

namespace Gan.Net.Tests.Support;

/// <summary>The Dirac-GAN through the real trainer, with plain gradient steps and the generator first.</summary>
internal static class DiracGame
{
    public static (double Theta, double Psi) Play(GanTrainerOptions options, (double Theta, double Psi) start, int rounds, double step = .2, int batchSize = 4)
    {
        using var generator = new DiracGenerator(start.Theta);
        using var discriminator = new DiracDiscriminator(start.Psi);
        using var source = new DiracSource { BatchSize = batchSize };
        using var trainer = new GanTrainer(generator, discriminator, options with
        {
            Order = PlayerOrder.GeneratorFirst,
            GeneratorOptimizer = new SgdSettings { LearningRate = step },
            DiscriminatorOptimizer = new SgdSettings { LearningRate = step },
        });
        trainer.Fit(source, TrainingLength.Rounds(rounds));
        return (generator.Theta, discriminator.Psi);
    }
}
