using Gan.Net.Data;
using Gan.Net.Dcgan;
using Gan.Net.Evaluation;
using Gan.Net.Features;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Metrics;

/// <summary>
/// <c>mnist-fid DIR [--epochs N]</c>: FID over the digit classifier's features, against 10,000 training digits, of the test digits, of a DCGAN
/// after its training and after its first hundred steps, and of uniform noise. Exits 1 unless they come out in this order.
/// </summary>
internal static class MnistFidCommand
{
    private const int Count = 10_000;
    private const int Batch = 250;
    private const int FirstSnapshot = 100;

    public static int Run(string folder, int epochs)
    {
        set_num_threads(Environment.ProcessorCount);
        using var classifier = Classifier(folder);
        using var fid = new FeatureMetrics(classifier, new Fid()) { Data = "mnist-train" };
        using var train = Source(folder, MnistPart.Train, Batch);
        foreach (var batch in First(train))
        {
            fid.AddReal(batch);
        }

        using var test = Source(folder, MnistPart.Test, Batch);
        List<MetricResult> results = [Measure("the test digits", fid, First(test))];
        using var generator = new DcganGenerator(DcganOptions.Mnist28);
        using var discriminator = new DcganDiscriminator(DcganOptions.Mnist28);
        using var trainer = new GanTrainer(generator, discriminator, new GanTrainerOptions());
        using var digits = Source(folder, MnistPart.Train, 64);
        trainer.Fit(digits, TrainingLength.Rounds(FirstSnapshot));
        var early = Measure($"a DCGAN after {FirstSnapshot} steps", fid, Generated(generator));
        trainer.Fit(digits, TrainingLength.Rounds((epochs * digits.BatchesPerEpoch!.Value) - FirstSnapshot));
        results.Add(Measure($"the same DCGAN after {epochs} epochs", fid, Generated(generator)));
        results.Add(early);
        results.Add(Measure("uniform noise", fid, Noise()));
        var ordered = results.Zip(results.Skip(1)).All(pair => pair.First.IsBetterThan(pair.Second));
        Console.WriteLine(ordered ? "in the right order" : "NOT in the right order");
        return ordered ? 0 : 1;
    }

    private static MetricResult Measure(string what, FeatureMetrics fid, IEnumerable<Tensor> samples)
    {
        fid.ResetGenerated();
        foreach (var batch in samples)
        {
            fid.AddGenerated(batch);
        }

        var result = fid.Compute()[0];
        Console.WriteLine(FormattableString.Invariant($"{result.Name}  {result.Value,10:F3}  {what}"));
        return result;
    }

    private static DigitClassifier Classifier(string folder)
    {
        using var data = Source(folder, MnistPart.Train, 128);
        using var test = Source(folder, MnistPart.Test, Batch);
        var classifier = DigitClassifier.TrainOrLoad(data, Path.Combine(Path.GetTempPath(), "gan-net"));
        Console.WriteLine(FormattableString.Invariant($"{classifier.Name}: {classifier.Accuracy(test) * 100:F2} % of the test digits"));
        return classifier;
    }

    private static BatchSource Source(string folder, MnistPart part, int batch) => new(MnistSet.Read(folder, part), new BatchSourceOptions { BatchSize = batch });

    private static IEnumerable<Tensor> First(BatchSource source)
    {
        for (var i = 0; i < Count / Batch; i++)
        {
            using var batch = source.GetBatch(i);
            yield return batch.Samples;
        }
    }

    private static IEnumerable<Tensor> Generated(DcganGenerator generator)
    {
        using var mode = new EvaluationMode(generator.Module);
        using var random = new Generator(1, CPU);
        for (var i = 0; i < Count / Batch; i++)
        {
            using var scope = NewDisposeScope();
            using var still = no_grad();
            yield return generator.Generate(generator.Latent.Sample(Batch, random));
        }
    }

    private static IEnumerable<Tensor> Noise()
    {
        using var random = new Generator(2, CPU);
        for (var i = 0; i < Count / Batch; i++)
        {
            using var noise = rand([Batch, 1, 28, 28], generator: random).mul_(2).sub_(1);
            yield return noise;
        }
    }
}
