using Gan.Net.Conditional;
using Gan.Net.Data;
using Gan.Net.Dcgan;
using Gan.Net.Evaluation;
using Gan.Net.Features;
using Gan.Net.Reporting;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Conditional;

/// <summary>
/// <c>conditional-mnist DIR [--epochs N] [--out FILE]</c>: trains a conditional DCGAN on MNIST, draws 1,000 samples of each class and asks a classifier,
/// trained on the real training set, what it takes them for. Exits 1 unless the classifier knows 99 % of the real test digits and agrees on 95 % of the samples.
/// </summary>
internal static class ConditionalMnistCommand
{
    private const int Classes = 10;
    private const int PerClass = 1000;
    private const int Piece = 250;

    public static int Run(string folder, int epochs, string? picture)
    {
        set_num_threads(Environment.ProcessorCount);
        var options = DcganOptions.Mnist28 with { Classes = Classes };
        using var generator = new DcganGenerator(options);
        using var discriminator = new DcganDiscriminator(options);
        using var trainer = new GanTrainer(generator, discriminator, new GanTrainerOptions());
        using var digits = Source(folder, MnistPart.Train, 64);
        trainer.Fit(digits, TrainingLength.Epochs(epochs), [new ProgressHook(new Progress(), every: 500)]);

        using var classifier = Classifier(folder, out var accuracy);
        var agreement = Agreement(generator, classifier);
        var result = agreement.Compute();
        Console.WriteLine($"{result.Name}: {Percent(result.Value)} after {epochs} epochs");
        Console.WriteLine($"by class: {string.Join(", ", agreement.ByClass.Select((share, label) => $"{label} {Percent(share)}"))}");
        if (picture is not null)
        {
            Draw(generator, picture);
        }

        var reached = accuracy >= .99 && result.Value >= .95;
        Console.WriteLine(reached ? "reached" : "NOT reached: 99 % of real test digits, 95 % of samples");
        return reached ? 0 : 1;
    }

    private static DigitClassifier Classifier(string folder, out double accuracy)
    {
        using var data = Source(folder, MnistPart.Train, 128);
        using var test = Source(folder, MnistPart.Test, Piece);
        var classifier = DigitClassifier.TrainOrLoad(data, Path.Combine(Path.GetTempPath(), "gan-net"));
        accuracy = classifier.Accuracy(test);
        Console.WriteLine($"{classifier.Name}: {Percent(accuracy)} of the real test digits");
        return classifier;
    }

    private static LabelAgreement Agreement(DcganGenerator generator, DigitClassifier classifier)
    {
        var agreement = new LabelAgreement(Classes, classifier.Name);
        using var mode = new EvaluationMode(generator.Module);
        using var random = new Generator(1, CPU);
        for (var label = 0; label < Classes; label++)
        {
            using var ofClass = LabelledGenerator.OfClass(generator, label);
            for (var i = 0; i < PerClass; i += Piece)
            {
                using var scope = NewDisposeScope();
                using var still = no_grad();
                var samples = ofClass.Generate(generator.Latent.Sample(Piece, random));
                agreement.Add(full(Piece, label, dtype: ScalarType.Int64), classifier.Classify(samples));
            }
        }

        return agreement;
    }

    private static void Draw(DcganGenerator generator, string picture)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var mode = new EvaluationMode(generator.Module);
        using var random = new Generator(2, CPU);
        using var inTurn = LabelledGenerator.InTurn(generator);
        SampleGrid.Write(inTurn.Generate(generator.Latent.Sample(10 * Classes, random)), picture, new SampleGridOptions { Columns = Classes, Scale = 2 });
    }

    private static BatchSource Source(string folder, MnistPart part, int batch) => new(MnistSet.Read(folder, part), new BatchSourceOptions { BatchSize = batch });

    private static string Percent(double share) => FormattableString.Invariant($"{share * 100:F2} %");

    private sealed class Progress : IProgress<TrainingReport>
    {
        public void Report(TrainingReport value) => Console.WriteLine(FormattableString.Invariant(
            $"round {value.Round} of {value.LastRound}: D {value.Values["discriminator.loss"]:F3}, G {value.Values["generator.loss"]:F3}"));
    }
}
