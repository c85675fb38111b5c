using System.Diagnostics;
using Gan.Net.Checkpoints;
using Gan.Net.Data;
using Gan.Net.Features.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Features.Tests;

public sealed class DigitClassifierTests(ITestOutputHelper output) : IDisposable
{
    private static readonly DigitClassifierOptions _short = new() { Epochs = 2 };

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_DrawnDigits_TellsThemApart()
    {
        using var classifier = DigitClassifier.Train(Digits(1), _short);
        using var unseen = Digits(2);

        Assert.InRange(classifier.Accuracy(unseen), 0.95, 1);
    }

    [Fact]
    public void Train_Twice_GivesTheSameName()
    {
        using var first = DigitClassifier.Train(Digits(1, 256), _short);
        using var second = DigitClassifier.Train(Digits(1, 256), _short);
        using var other = DigitClassifier.Train(Digits(1, 256), _short with { Seed = 1 });

        Assert.Matches("^digit-cnn-[0-9a-f]{8}$", first.Name);
        Assert.Equal(first.Name, second.Name);
        Assert.NotEqual(first.Name, other.Name);
    }

    [Fact]
    public void TrainOrLoad_SecondTime_LoadsTheSameWeights()
    {
        using var trained = DigitClassifier.TrainOrLoad(Digits(1, 256), _folder.Path, _short);
        var file = Assert.Single(Directory.GetFiles(_folder.Path));
        Assert.Matches("^digit-cnn-[0-9a-f]{16}[.]safetensors$", Path.GetFileName(file));
        var written = File.GetLastWriteTimeUtc(file);

        using var loaded = DigitClassifier.TrainOrLoad(Digits(1, 256), _folder.Path, _short);

        Assert.Equal(trained.Name, loaded.Name);
        Assert.Equal(written, File.GetLastWriteTimeUtc(Assert.Single(Directory.GetFiles(_folder.Path))));
    }

    [Fact]
    public void TrainOrLoad_OtherDataOrSettings_HasAnotherFile()
    {
        DigitClassifier.TrainOrLoad(Digits(1, 256), _folder.Path, _short).Dispose();
        DigitClassifier.TrainOrLoad(Digits(2, 256), _folder.Path, _short).Dispose();
        DigitClassifier.TrainOrLoad(Digits(1, 256), _folder.Path, _short with { LearningRate = 1e-3 }).Dispose();

        Assert.Equal(3, Directory.GetFiles(_folder.Path).Length);
    }

    [Theory]
    [OnCpu]
    [OnCuda]
    public void Extract_FloatsOrBytes_AreTheSameFeatures(string deviceName)
    {
        var options = _short with { Device = device(deviceName) };
        using var classifier = DigitClassifier.Train(Digits(1, 256), options);
        using var scope = NewDisposeScope();
        var bytes = arange(2 * 784L, dtype: ScalarType.Int64).remainder(256).to(ScalarType.Byte).view(2, 1, 28, 28);

        var features = classifier.Extract(bytes);
        var same = classifier.Extract(bytes.to(ScalarType.Float64).div(127.5).sub(1));

        Assert.Equal([2, 128], features.shape);
        Assert.Equal(device(deviceName).type, features.device_type);
        Assert.False(features.requires_grad);
        Assert.True(features.ge(0).all().ToBoolean());
        Assert.InRange(features.sub(same).abs().max().ToSingle(), 0, 1e-5f);
        Assert.Equal([2, 10], classifier.Logits(features).shape);
    }

    [Fact]
    public void Extract_ManyImages_IsTheSameAsOneByOne()
    {
        using var classifier = DigitClassifier.Train(Digits(1, 256), _short);
        using var digits = new BatchSource(DrawnDigits.CreateSet(1003), new BatchSourceOptions { BatchSize = 1003 });
        using var batch = digits.GetBatch(0);
        using var scope = NewDisposeScope();

        var all = classifier.Extract(batch.Samples);
        var last = classifier.Extract(batch.Samples.narrow(0, 1001, 2));

        Assert.InRange(all.narrow(0, 1001, 2).sub(last).abs().max().ToSingle(), 0, 1e-5f);
    }

    [Fact]
    public void ClassifyStacked_OfThreeChannels_ReadsThemAsANumber()
    {
        using var classifier = DigitClassifier.Train(Digits(1, 512), _short);
        using var digits = Digits(3, 120);
        using var batch = digits.GetBatch(0);
        using var scope = NewDisposeScope();
        var stacks = batch.Samples.narrow(0, 0, 120).view(40, 3, 28, 28);

        var single = classifier.Classify(batch.Samples.narrow(0, 0, 120)).data<long>().ToArray();

        Assert.Equal(
            single.Chunk(3).Select(digit => (digit[0] * 100) + (digit[1] * 10) + digit[2]),
            classifier.ClassifyStacked(stacks).data<long>().ToArray());
    }

    [Fact]
    public void Extract_OtherShapes_SaysTheRightOne()
    {
        using var classifier = DigitClassifier.Train(Digits(1, 256), _short);
        using var colour = zeros(2, 3, 28, 28);

        var error = Assert.Throws<ArgumentException>(() => classifier.Extract(colour));
        Assert.Equal("The images are [2, 3, 28, 28]; expected [N, 1, 28, 28]. (Parameter 'samples')", error.Message);
    }

    [Fact]
    public void Train_UnfitData_SaysWhy()
    {
        using var endless = new DrawnDigits();
        using var points = new NoiseSource(2) { BatchesPerEpoch = 1, Labelled = true };
        using var unlabelled = new NoiseSource(1, 28, 28) { BatchesPerEpoch = 1 };

        Assert.Equal("The source is endless; expected one with epochs. (Parameter 'data')", Assert.Throws<ArgumentException>(() => DigitClassifier.Train(endless)).Message);
        Assert.Equal("The images are [4, 2]; expected [N, 1, 28, 28]. (Parameter 'data')", Assert.Throws<ArgumentException>(() => DigitClassifier.Train(points)).Message);
        Assert.Equal("The source has no labels; a classifier needs them. (Parameter 'data')", Assert.Throws<ArgumentException>(() => DigitClassifier.Train(unlabelled)).Message);
        Assert.Equal(
            "DigitClassifierOptions: Epochs must be at least 1, was 0; LearningRate must be positive, was -1; Classes must be at least 2, was 1.",
            Assert.Throws<ArgumentException>(() => DigitClassifier.Train(points, new DigitClassifierOptions { Epochs = 0, LearningRate = -1, Classes = 1 })).Message);
    }

    [Fact]
    public void Train_LabelBeyondTheClasses_SaysWhichOptionToSet()
    {
        using var source = new BatchSource(
            new TensorSampleSet(zeros([4, 1, 28, 28], ScalarType.Byte), tensor([0L, 1, 2, 26])), new BatchSourceOptions { BatchSize = 2, Order = SampleOrder.Sequential });

        Assert.Equal(
            "The data has the label 26; the classifier takes 10 classes, 0 to 9. Set DigitClassifierOptions.Classes.",
            Assert.Throws<ArgumentException>(() => DigitClassifier.Train(source)).Message);
        using var classifier = DigitClassifier.Train(source, new DigitClassifierOptions { Classes = 27, Epochs = 1 });
        Assert.Equal(27, classifier.Classes);
    }

    [Fact]
    public void Load_OfAnotherNetwork_SaysSo()
    {
        using var wrong = nn.Linear(2, 3);
        ModuleState.Save(wrong, _folder.File("other.safetensors"));

        Assert.Throws<StateMismatchException>(() => DigitClassifier.Load(_folder.File("other.safetensors")));
    }

    [LongFact]
    public void Train_Mnist_Reaches99PercentOnTheTestSet()
    {
        using var train = new BatchSource(MnistSet.Read(SharedData.At("data/mnist")), new BatchSourceOptions { BatchSize = 128 });
        using var test = new BatchSource(MnistSet.Read(SharedData.At("data/mnist"), MnistPart.Test), new BatchSourceOptions { BatchSize = 1000, Order = SampleOrder.Sequential });
        var watch = Stopwatch.StartNew();
        using var classifier = DigitClassifier.TrainOrLoad(train, _folder.Path);
        var trained = watch.Elapsed;
        watch.Restart();
        using var again = DigitClassifier.TrainOrLoad(train, _folder.Path);
        var loaded = watch.Elapsed;

        var accuracy = classifier.Accuracy(test);

        output.WriteLine($"{accuracy * 100:F2} % on the test set, trained in {trained.TotalSeconds:F1} s, found again in {loaded.TotalSeconds:F1} s, {classifier.Name}");
        Assert.InRange(accuracy, 0.99, 1);
    }

    private static BatchSource Digits(long seed, int count = 4000) =>
        new(DrawnDigits.CreateSet(count, seed), new BatchSourceOptions { BatchSize = Math.Min(count, 128), Seed = seed });
}
