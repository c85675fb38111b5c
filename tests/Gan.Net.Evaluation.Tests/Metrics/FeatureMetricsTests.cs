using Gan.Net.Data;
using Gan.Net.Evaluation.Tests.Support;
using Gan.Net.Features;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation.Tests.Metrics;

public class FeatureMetricsTests
{
    [Fact]
    public void Compute_SeveralMetrics_NamesTheFeatures()
    {
        using var scope = NewDisposeScope();
        var (real, generated) = Sequences.Waves(50, 4);
        using var metrics = new FeatureMetrics(new IdentityFeatures(), new Fid(), new PrecisionRecall());
        metrics.AddReal(real.view(50, 2, 2));
        metrics.AddGenerated(generated.view(50, 2, 2));

        var results = metrics.Compute();

        Assert.Equal(["fid-ddof1-50-vs-50-identity", "precision-k3le-50-vs-50-identity", "recall-k3le-50-vs-50-identity"], results.Select(result => result.Name));
        Assert.Equal(new MetricCase("waves").Number("50", "1"), results[0].Value, 1e-12);
        metrics.ResetGenerated();
        metrics.AddGenerated(real);
        Assert.Equal(0, metrics.Compute()[0].Value, 1e-9);
    }

    [Fact]
    public void Constructor_LogitsOfNoClassifier_SaysWhatIsNeeded() => Assert.Equal(
        "InceptionScore needs a classifier's logits, and 'identity' makes features only. Give an IClassifier. (Parameter 'extractor')",
        Assert.Throws<ArgumentException>(() => new FeatureMetrics(new IdentityFeatures(), new Fid(), new InceptionScore())).Message);

    [Fact]
    public void Compute_AClassifiersMetrics_UseItsFeaturesAndLogits()
    {
        using var train = new BatchSource(DrawnDigits.CreateSet(512), new BatchSourceOptions { BatchSize = 128 });
        using var classifier = DigitClassifier.Train(train, new DigitClassifierOptions { Epochs = 1 });
        using var metrics = new FeatureMetrics(classifier, new Fid(), new InceptionScore(new InceptionScoreOptions { Splits = 1 })) { Data = "drawn" };
        using var batch = train.GetBatch(0);
        metrics.AddReal(batch.Samples);
        metrics.AddGenerated(batch.Samples);

        var results = metrics.Compute();

        Assert.Equal($"fid-ddof1-128-vs-128-drawn-{classifier.Name}", results[0].Name);
        Assert.Equal($"is-1splits-128-{classifier.Name}", results[1].Name);
        using var scope = NewDisposeScope();
        using var score = new InceptionScore(new InceptionScoreOptions { Splits = 1 });
        score.Add(classifier.Logits(classifier.Extract(batch.Samples)));
        Assert.Equal(score.Compute()[0].Value, results[1].Value);
    }

    [Fact]
    public void IdentityFeatures_BytesAndFloats_AreFlattened()
    {
        using var scope = NewDisposeScope();
        using var identity = new IdentityFeatures();
        Assert.Equal([-1, 1], identity.Extract(tensor(new byte[] { 0, 255 }, [1, 1, 2])).data<float>().ToArray());
        Assert.Equal([0.25, 4], identity.Extract(tensor(new[] { 0.25, 4 }, [1, 2, 1])).data<double>().ToArray());
    }
}
