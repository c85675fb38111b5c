using Gan.Net.Data;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

/// <summary>Data that fits the models in its first batch and not in a later one.</summary>
public sealed class WholeDataTests
{
    private const string TooHigh = "The data has the label 5; the models take 3 classes, 0 to 2. Choose models with as many classes as the data.";

    [Fact]
    public void Fit_SetWithALabelTooHighInItsLastBatch_IsRefusedBeforeTheFirstStep()
    {
        using var gan = new LabelledGan();
        using var source = Sequential([0, 1, 2, 0, 1, 5], zeros(6, 2), batch: 2);

        var failure = Assert.Throws<ArgumentException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));

        Assert.Equal(TooHigh, failure.Message);
        Assert.Equal(0, gan.Trainer.Rounds);
    }

    [Fact]
    public void Fit_SetWithALabelBelowZeroInItsLastBatch_IsRefusedBeforeTheFirstStep()
    {
        using var gan = new LabelledGan();
        using var source = Sequential([0, 1, 2, -1], zeros(4, 2), batch: 2);

        var failure = Assert.Throws<ArgumentException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));

        Assert.Equal("The data has the label -1; the models take 3 classes, 0 to 2. Choose models with as many classes as the data.", failure.Message);
    }

    [Fact]
    public void Fit_OwnSourceWithALabelTooHighInItsThirdBatch_SaysTheSameWhenItComes()
    {
        using var gan = new LabelledGan();
        using var source = new LateLabel();

        var failure = Assert.Throws<ArgumentException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(5)));

        Assert.Equal(TooHigh, failure.Message);
        Assert.Equal(2, gan.Trainer.Rounds);
    }

    [Fact]
    public void Fit_SetWithANumberTooLargeInItsLastBatch_IsRefusedBeforeTheFirstStep()
    {
        using var gan = new BoundedGan();
        using var source = Sequential(null, tensor(new float[] { 0, 0, 1, -1, 0, 0, 0, 7 }, [4, 2]), batch: 2);

        var failure = Assert.Throws<ArgumentException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));

        Assert.Equal("The data goes to 7; the generator's samples lie in [-1, 1]. Scale the data, or choose another generator.", failure.Message);
        Assert.Equal(0, gan.Trainer.Rounds);
    }

    [Fact]
    public void Fit_OwnSourceWithANumberTooLargeInItsThirdBatch_SaysTheSameWhenItComes()
    {
        using var gan = new BoundedGan();
        using var source = new NoiseSource(2) { Made = (index, samples) => _ = index == 2 ? samples.fill_(-7) : samples };

        var failure = Assert.Throws<ArgumentException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(5)));

        Assert.Equal("The data goes to 7; the generator's samples lie in [-1, 1]. Scale the data, or choose another generator.", failure.Message);
        Assert.Equal(2, gan.Trainer.Rounds);
    }

    [Fact]
    public void Fit_EndlessSourceOfMoreClasses_IsRefusedByItsSummary()
    {
        using var gan = new LabelledGan();
        using var ring = new RingSource(RingOptions.D2Gan, new DrawOptions { BatchSize = 1 });
        ring.GetBatch(0).Dispose();

        var failure = Assert.Throws<ArgumentException>(() => gan.Trainer.CheckData(new Unlooked(ring)));

        Assert.Equal("The data has the label 7; the models take 3 classes, 0 to 2. Choose models with as many classes as the data.", failure.Message);
    }

    [Fact]
    public void Fit_ClassWithoutSamples_IsLogged()
    {
        var logger = new RecordingLogger();
        using var gan = new LabelledGan(logger: logger);
        using var source = Sequential([1, 1, 1, 1], zeros(4, 2), batch: 2);

        gan.Trainer.Fit(source, TrainingLength.Rounds(1));

        Assert.Contains("Warning 5: No sample has the label 0, 2, of the models' 3 classes: of those the generator learns nothing", logger.Messages);
    }

    [Fact]
    public void CheckData_FittingData_PlaysNoRoundAndDrawsNone()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();

        gan.Trainer.CheckData(source);

        Assert.Equal((0, 0), (gan.Trainer.Rounds, gan.Trainer.BatchesDrawn));
        gan.Trainer.Fit(source, TrainingLength.Rounds(5));
        Weights.AssertSame(TinyGan.Play(5), gan.Weights);
    }

    private static BatchSource Sequential(long[]? labels, Tensor samples, int batch) => new(
        new TensorSampleSet(samples, labels is null ? null : tensor(labels)), new BatchSourceOptions { BatchSize = batch, Order = SampleOrder.Sequential });

    // A game whose generator bounds its samples.
    private sealed class BoundedGan : IDisposable
    {
        private readonly TinyGenerator _generator = new() { Bound = 1 };
        private readonly TinyDiscriminator _discriminator = new();

        public BoundedGan() => Trainer = new GanTrainer(_generator, _discriminator);

        public GanTrainer Trainer { get; }

        public void Dispose()
        {
            Trainer.Dispose();
            _generator.Dispose();
            _discriminator.Dispose();
        }
    }

    private sealed class LateLabel : IBatchSource<Batch>
    {
        public int BatchSize => 2;

        public long? BatchesPerEpoch => null;

        public Batch GetBatch(long index) => new(zeros(2, 2), tensor([0, index < 2 ? 2L : 5L]));

        public void Dispose()
        {
        }
    }

    // Its first batch has labels that fit: only the summary tells.
    private sealed class Unlooked(PointSource ring) : IBatchSource<Batch>, ISummarizedSource
    {
        public int BatchSize => 1;

        public long? BatchesPerEpoch => null;

        public DataSummary? Summary => ring.Summary;

        public Batch GetBatch(long index) => new(zeros(1, 2), zeros(1, ScalarType.Int64));

        public void Dispose()
        {
        }
    }
}
