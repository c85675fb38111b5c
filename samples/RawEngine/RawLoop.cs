using Gan.Net.Data;
using Gan.Net.Mlp;
using TorchSharp;
using static TorchSharp.torch;

/// <summary>A non-saturating GAN by hand. Every line marked with a reason is one that a first draft leaves out.</summary>
internal static class RawLoop
{
    public static (float Discriminator, float Generator) Train(MlpGenerator generator, MlpDiscriminator discriminator, int rounds)
    {
        using var source = new RingSource();
        using var random = new Generator(0, CPU);
        using var generatorOptimizer = optim.Adam(generator.parameters(), 2e-4, 0.5, 0.999);
        using var discriminatorOptimizer = optim.Adam(discriminator.parameters(), 2e-4, 0.5, 0.999);
        var losses = (0f, 0f);

        for (var round = 0; round < rounds; round++)
        {
            // Without a scope every tensor of the round waits for the garbage collector.
            using var scope = NewDisposeScope();
            using var batch = source.GetBatch(round);

            discriminatorOptimizer.zero_grad();
            // Without detach the discriminator's step would also compute the generator's gradient, and throw it away.
            var fake = generator.call(randn(batch.Size, 10, generator: random)).detach();
            // Nothing in this discriminator mixes samples, so real and fake go through it together.
            var logits = discriminator.call(cat([batch.Samples, fake])).split([batch.Size, batch.Size]);
            var judged = logits[0].neg().softplus() + logits[1].softplus();
            var discriminatorLoss = judged.mean();
            discriminatorLoss.backward();
            discriminatorOptimizer.step();

            // Frozen, or this backward leaves gradients in the discriminator.
            Freeze(discriminator, true);
            generatorOptimizer.zero_grad();
            var fooled = discriminator.call(generator.call(randn(batch.Size, 10, generator: random))).neg().softplus();
            var generatorLoss = fooled.mean();
            generatorLoss.backward();
            generatorOptimizer.step();
            Freeze(discriminator, false);

            // Reading a number waits for the device, so only the last round's are read.
            if (round == rounds - 1)
            {
                losses = (discriminatorLoss.ToSingle(), generatorLoss.ToSingle());
            }
        }

        return losses;
    }

    private static void Freeze(nn.Module module, bool frozen)
    {
        foreach (var parameter in module.parameters())
        {
            parameter.requires_grad = !frozen;
        }
    }
}
