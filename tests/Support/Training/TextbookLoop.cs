using Gan.Net.Losses;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.TestSupport;

/// <summary>
/// The training step as any tutorial writes it: one optimizer over each network's own parameters, all gradients computed, the
/// unwanted ones thrown away by zero_grad. What the trainer does faster must come out the same.
/// </summary>
internal static class TextbookLoop
{
    public static void Play(
        IGenerator generator, IDiscriminator discriminator, IBatchSource<Batch> source, GanTrainerOptions options, int rounds,
        Func<int, bool>? leavesOutDiscriminator = null)
    {
        using var forGenerator = options.GeneratorOptimizer.Create([.. generator.Module.parameters()]);
        using var forDiscriminator = options.DiscriminatorOptimizer.Create([.. discriminator.Module.parameters()]);
        using var random = new Generator((ulong)options.Seed, CPU);
        for (var round = 0; round < rounds; round++)
        {
            using var scope = NewDisposeScope();
            using var batch = source.GetBatch(round);
            var real = batch.Samples.to(options.Device);
            Tensor Fakes() => generator.Generate(generator.Latent.Sample(batch.Size, random, options.Device));

            var fake = Fakes();
            forDiscriminator.zero_grad();
            options.Loss.ForDiscriminator(discriminator.Score(real), discriminator.Score(fake.detach())).mean().backward();
            if (leavesOutDiscriminator?.Invoke(round) != true)
            {
                forDiscriminator.step();
            }

            var judged = options.Latents == LatentReuse.Shared ? fake : Fakes();
            forGenerator.zero_grad();
            var logits = discriminator.Score(judged);
            options.Loss.ForGenerator(logits, logits).mean().backward();
            forGenerator.step();
        }
    }
}
