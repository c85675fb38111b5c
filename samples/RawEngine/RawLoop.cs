using Gan.Net.Data;
using Gan.Net.Mlp;
using TorchSharp;
using static TorchSharp.torch;

/// <summary>A non-saturating GAN by hand. Every line marked with a reason is one that a first draft leaves out.</summary>
internal static class RawLoop
{
    public static void Train(int rounds)
    {
        using var generator = new MlpGenerator(MlpOptions.Ring);
        using var discriminator = new MlpDiscriminator(MlpOptions.Ring);
        using var source = new RingSource();
        using var random = new Generator(0, CPU);
        using var generatorOptimizer = optim.Adam(generator.parameters(), 2e-4, 0.5, 0.999);
        using var discriminatorOptimizer = optim.Adam(discriminator.parameters(), 2e-4, 0.5, 0.999);

        for (var round = 0; round < rounds; round++)
        {
            // Without a scope every tensor of the round waits for the garbage collector.
            using var scope = NewDisposeScope();
            using var batch = source.GetBatch(round);

            discriminatorOptimizer.zero_grad();
            // Without detach the discriminator's step would also compute the generator's gradient, and throw it away.
            var fake = generator.call(randn(batch.Size, 10, generator: random)).detach();
            var loss = discriminator.call(batch.Samples).neg().softplus().mean() + discriminator.call(fake).softplus().mean();
            loss.backward();
            discriminatorOptimizer.step();

            // Frozen, or this backward leaves gradients in the discriminator.
            Freeze(discriminator, true);
            generatorOptimizer.zero_grad();
            discriminator.call(generator.call(randn(batch.Size, 10, generator: random))).neg().softplus().mean().backward();
            generatorOptimizer.step();
            Freeze(discriminator, false);
        }
    }

    private static void Freeze(nn.Module module, bool frozen)
    {
        foreach (var parameter in module.parameters())
        {
            parameter.requires_grad = !frozen;
        }
    }
}
