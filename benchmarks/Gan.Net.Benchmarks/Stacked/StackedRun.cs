using System.Diagnostics;
using Gan.Net.Data;
using Gan.Net.Dcgan;
using Gan.Net.Evaluation;
using Gan.Net.Features;
using Gan.Net.Layers;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Stacked;

/// <summary>Trains one row and has the classifier name the digits of its pictures.</summary>
internal static class StackedRun
{
    private const int AtOnce = 1000;

    /// <summary>How the data itself does: what a perfect sampler would have, the classifier's errors and the uneven digits of MNIST included.</summary>
    public static StackedResult OfData(StackedBudget budget, string folder, IClassifier classifier, Device device)
    {
        using var stacks = new StackedDigits(folder, budget.Judged, seed: 2);
        var coverage = Judge(budget, classifier, (start, count) =>
        {
            using var batch = stacks.Gather([.. Enumerable.Range(start, count).Select(i => (long)i)], device);
            return classifier.ClassifyStacked(batch.Samples);
        });
        return new StackedResult("the data itself", coverage, 0, 0, 0);
    }

    public static StackedResult Of(StackedRow row, StackedBudget budget, string folder, IClassifier classifier, Device device, long seed)
    {
        var options = DcganOptions.Mnist28 with { Channels = 3, Width = budget.Width, Seed = seed, Latent = new LatentSpace { Prior = LatentPrior.Uniform } };
        using var generator = new DcganGenerator(options);
        using var discriminator = Discriminator(row, options with { Channels = 3 * row.Pack, DiscriminatorNorm = row.DiscriminatorNorm });
        var batch = budget.Batch * row.Pack;
        using var source = new BatchSource(new StackedDigits(folder, budget.Stacks, seed: 1), new BatchSourceOptions { BatchSize = batch, Seed = seed, Device = device });
        using var trainer = new GanTrainer(generator, discriminator, row.Rules(new GanTrainerOptions { Seed = seed, Device = device }, (long)budget.Rounds * batch));
        var start = Stopwatch.GetTimestamp();
        trainer.Fit(source, TrainingLength.Rounds(budget.Rounds));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new StackedResult(row.Name, JudgeGenerator(budget, generator, classifier, device, seed), seconds, Size(generator), Size(discriminator.Module));
    }

    private static IDiscriminator Discriminator(StackedRow row, DcganOptions options) =>
        row.Pack > 1 ? new PackedDiscriminator(new DcganDiscriminator(options), row.Pack) : new DcganDiscriminator(options);

    private static ModeCoverageResult JudgeGenerator(StackedBudget budget, DcganGenerator generator, IClassifier classifier, Device device, long seed)
    {
        using var mode = new EvaluationMode(generator);
        using var still = no_grad();
        using var random = new Generator(SeededRandom.Derive((ulong)seed, 77), CPU);
        return Judge(budget, classifier, (_, count) => classifier.ClassifyStacked(generator.Generate(generator.Latent.Sample(count, random, device))));
    }

    private static ModeCoverageResult Judge(StackedBudget budget, IClassifier classifier, Func<int, int, Tensor> label)
    {
        var coverage = new ClassCoverage((int)Math.Pow(classifier.Classes, 3), classifier.Name);
        for (var start = 0; start < budget.Judged; start += AtOnce)
        {
            using var scope = NewDisposeScope();
            coverage.Add(label(start, Math.Min(AtOnce, budget.Judged - start)));
        }

        return coverage.Compute();
    }

    private static long Size(nn.Module module) => module.parameters().Sum(parameter => parameter.numel());
}
