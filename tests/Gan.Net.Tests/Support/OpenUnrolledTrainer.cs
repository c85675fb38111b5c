using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>An unrolled trainer whose generator's loss can be asked for at will, with the same chance each time.</summary>
internal sealed class OpenUnrolledTrainer(IGenerator generator, IDiscriminator discriminator, GanTrainerOptions options)
    : UnrolledGanTrainer(generator, discriminator, options)
{
    /// <summary>The loss for given latents and real samples, as in the generator's turn.</summary>
    public Tensor LossOf(Tensor latents, Tensor real)
    {
        Random.manual_seed(7);
        foreach (var parameter in Discriminator.Module.parameters())
        {
            parameter.requires_grad = false;
        }

        var pass = new GeneratorPass(Generator, Discriminator, new Fakes { Latents = latents, Samples = Generator.Generate(latents) }, new Batch(real), Random)
        {
            ScoresReal = Loss.GeneratorNeedsRealLogits,
        };
        return GeneratorLoss(pass);
    }
}
