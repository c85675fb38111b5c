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
        FeatureKind.Inception => Inception(features.Path, device),
        _ => Digits(data, cache, device),
    };

    private static FidInception Inception(string path, Device device)
    {
        if (Directory.Exists(path))
        {
            throw new UserException($"--features inception: takes a safetensors file of weights; '{path}' is a folder.");
        }

        return FidInception.Load(path, new FidInceptionOptions { Device = device });
    }

    // Trained on the data it is to judge: on MNIST itself, on drawn digits for drawn digits.
    private static DigitClassifier Digits(DataName data, string cache, Device device)
    {
        Places.RequireNoFile(cache, "--cache", "a folder");
        using var set = data.Kind switch
        {
            DataKind.Mnist => MnistSet.Read(data.Path),
            DataKind.Digits => DrawnDigits.CreateSet(DrawnForTraining),
            _ => throw new UserException("--features digits is a classifier trained on the data's labels; only mnist:DIR and digits have them."),
        };
        var classes = ClassesOf(set, data);
        using var source = new BatchSource(set, new BatchSourceOptions { BatchSize = Math.Min(ClassifierBatch, (int)set.Count) });
        if (!Directory.Exists(cache) || !Directory.EnumerateFiles(cache, "digit-cnn-*").Any())
        {
            Console.WriteLine($"Training the digit classifier, once: about a minute. It is kept in {cache}");
        }

        return DigitClassifier.TrainOrLoad(source, cache, new DigitClassifierOptions { Device = device, Classes = classes });
    }

    // Ten for digits; letters and the like have more.
    private static int ClassesOf(TensorSampleSet set, DataName data)
    {
        if (set.Classes is not int classes)
        {
            throw new UserException($"--features digits is a classifier trained on the data's labels, and '{data.Path}' has none; take --features identity or inception:FILE.");
        }

        return set.SampleShape is [1, 28, 28]
            ? Math.Max(DrawnDigits.Classes, classes)
            : throw new UserException($"--features digits looks at gray pictures of 28×28, and the data's are [{string.Join(", ", set.SampleShape)}]; take --features identity or inception:FILE.");
    }
}
