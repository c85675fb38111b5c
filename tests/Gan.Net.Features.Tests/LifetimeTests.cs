using Gan.Net.Data;
using Gan.Net.Features.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Net.Features.Tests;

/// <summary>Nothing outlives an extractor, whether or not its caller has a dispose scope; and a caller's scope ends none of them.</summary>
[Collection(nameof(Alone))]
public sealed class LifetimeTests(MadeUpInception weights) : IClassFixture<MadeUpInception>
{
    // Not its making: TorchSharp's layers leave tensors of their construction to the collector.
    [Fact]
    public void DigitClassifier_UsedWithoutAScope_LeavesNoTensor()
    {
        using var data = new BatchSource(DrawnDigits.CreateSet(64));
        using var classifier = DigitClassifier.Train(data, new DigitClassifierOptions { Epochs = 1 });
        Assert.Equal(0, Footprint.TensorsLeftBy(() =>
        {
            using var batch = data.GetBatch(0);
            using var features = classifier.Extract(batch.Samples);
            using var logits = classifier.Logits(features);
            _ = classifier.Accuracy(data);
        }));
    }

    [Fact]
    public void DigitClassifier_MadeWithinAScope_OutlivesIt()
    {
        using var data = new BatchSource(DrawnDigits.CreateSet(64));
        DigitClassifier classifier;
        using (NewDisposeScope())
        {
            classifier = DigitClassifier.Train(data, new DigitClassifierOptions { Epochs = 1 });
        }

        using (classifier)
        {
            Assert.InRange(classifier.Accuracy(data), 0, 1);
        }
    }

    [Fact]
    public void FidInception_WithoutAScope_LeavesNoTensor() => Assert.Equal(0, Footprint.TensorsLeftBy(() =>
    {
        using var inception = FidInception.Load(weights.Path);
        using var picture = MadeUpInception.Picture("small", 1, 32, 32);
        using var features = inception.Extract(picture);
        using var logits = inception.Logits(features);
    }));
}
