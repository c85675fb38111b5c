using Gan.Net.Cli.CommandLine;
using Gan.Net.Cli.Training;
using Gan.Net.Data;
using Gan.Net.Evaluation;
using Gan.Net.Features;
using static TorchSharp.torch;

namespace Gan.Net.Cli.Evaluation;

/// <summary>Makes the extractor that features are named by.</summary>
internal static class Extractors
{
    private const int ClassifierBatch = 128;
    private const int DrawnForTraining = 20_000;

    public static IFeatureExtractor Create(FeatureName features, DataName data, string cache, Device device) => features.Kind switch
    {
        FeatureKind.Identity => new IdentityFeatures(),
        FeatureKind.Inception => FidInception.Load(features.Path, new FidInceptionOptions { Device = device }),
        _ => Digits(data, cache, device),
    };

    // Trained on the data it is to judge: on MNIST itself, on drawn digits for drawn digits.
    private static DigitClassifier Digits(DataName data, string cache, Device device)
    {
        using var set = data.Kind switch
        {
            DataKind.Mnist => MnistSet.Read(data.Path),
            DataKind.Digits => DrawnDigits.CreateSet(DrawnForTraining),
            _ => throw new UserException("--features digits is a classifier trained on the data's labels; only mnist:DIR and digits have them."),
        };
        using var source = new BatchSource(set, new BatchSourceOptions { BatchSize = Math.Min(ClassifierBatch, (int)set.Count) });
        if (!Directory.Exists(cache) || !Directory.EnumerateFiles(cache, "digit-cnn-*").Any())
        {
            Console.WriteLine($"Training the digit classifier, once: about a minute. It is kept in {cache}");
        }

        return DigitClassifier.TrainOrLoad(source, cache, new DigitClassifierOptions { Device = device });
    }
}
