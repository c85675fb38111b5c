using Gan.Net.Data;
using Gan.Net.Evaluation;
using Gan.Net.Layers;
using Gan.Net.Mlp;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Modes;

/// <summary>Trains one row on one game from one seed and counts its modes: a trainer of its own, so runs do not know of each other.</summary>
internal static class SeedRun
{
    // Seeds of what is drawn to be judged, apart from those of training.
    private const ulong SampleStream = 0x4D0D_E5;

    /// <summary>How a perfect sampler does, from samples of the distribution itself.</summary>
    public static SeedResult OfPerfectSampler(ModesGame game, long seed)
    {
        var count = ModeCoverageOptions.PacGan.SampleCount;
        using var source = game.Draw(new DrawOptions { BatchSize = count, Seed = seed });
        using var batch = source.GetBatch(0);
        return new SeedResult(ModeCoverage.Of(batch.Samples, source.Modes, source.StandardDeviation), 0, 0, 0, Points(batch.Samples));
    }

    public static SeedResult Of(ModesRow row, ModesGame game, ModesBudget budget, long seed)
    {
        var nets = budget.Nets(game, seed);
        using var generator = new MlpGenerator(nets);
        using var discriminator = new UnitInputs(Discriminator(row, nets), game.Deviation);
        using var source = game.Training(budget.Batch * row.Pack, seed);
        using var trainer = Trainer(row, generator, discriminator, budget.Rules(row, seed));
        var start = ThreadClock.Now();
        trainer.Fit(source, TrainingLength.Rounds(budget.RoundsOf(row)));
        return Judge(game, generator, discriminator.Module, seed, ThreadClock.Now() - start);
    }

    private static IDiscriminator Discriminator(ModesRow row, MlpOptions nets) =>
        row.Kernels > 0 ? new MinibatchCritic(nets, row.Kernels)
        : row.Pack > 1 ? new PackedDiscriminator(new MlpDiscriminator(nets with { SampleShape = [2 * row.Pack] }), row.Pack)
        : new MlpDiscriminator(nets);

    private static GanTrainer Trainer(ModesRow row, IGenerator generator, IDiscriminator discriminator, GanTrainerOptions rules) =>
        row.UnrolledSteps > 0
            ? new UnrolledGanTrainer(generator, discriminator, rules) { UnrolledSteps = row.UnrolledSteps }
            : new GanTrainer(generator, discriminator, rules);

    private static SeedResult Judge(ModesGame game, MlpGenerator generator, nn.Module discriminator, long seed, double seconds)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var random = new Generator(SeededRandom.Derive((ulong)seed, SampleStream), CPU);
        using var distribution = game.Draw(new DrawOptions());
        var samples = generator.Generate(generator.Latent.Sample(ModeCoverageOptions.PacGan.SampleCount, random));
        var coverage = ModeCoverage.Of(samples, distribution.Modes, distribution.StandardDeviation);
        return new SeedResult(coverage, seconds, Size(generator), Size(discriminator), Points(samples));
    }

    private static long Size(nn.Module module) => module.parameters().Sum(parameter => parameter.numel());

    private static float[] Points(Tensor samples) => samples.contiguous().data<float>().ToArray();
}
