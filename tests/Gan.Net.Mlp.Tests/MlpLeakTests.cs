using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Mlp.Tests;

[Collection(nameof(Alone))]
public sealed class MlpLeakTests
{
    private const long MaxGrowth = 2 << 20;

    [LinuxFact]
    public void Fit_5000Rounds_HoldsTheSameTensorsAndMemory()
    {
        using var oneThread = new OneThread();
        using var source = new NoiseSource(2) { BatchSize = 64 };
        using var generator = new MlpGenerator(MlpOptions.Ring);
        using var discriminator = new MlpDiscriminator(MlpOptions.Ring);
        using var trainer = new GanTrainer(generator, discriminator);
        trainer.Fit(source, TrainingLength.Rounds(50));
        var tensors = Footprint.SettledTensors();

        trainer.Fit(source, TrainingLength.Rounds(2450));
        var half = Footprint.ResidentBytes();
        trainer.Fit(source, TrainingLength.Rounds(2500));
        var growth = Footprint.ResidentBytes() - half;

        Assert.Equal(tensors, Tensor.TotalCount);
        Assert.True(growth < MaxGrowth, $"Resident memory grew by {growth:n0} bytes over the last 2,500 rounds.");
    }

    [Theory]
    [InlineData(LatentReuse.Fresh, 1)]
    [InlineData(LatentReuse.Fresh, 3)]
    [InlineData(LatentReuse.Shared, 3)]
    public void Fit_Rounds_LeaveNoTensorToTheFinalizer(LatentReuse latents, int discriminatorSteps)
    {
        using var source = new NoiseSource(2) { BatchSize = 64, BatchesPerEpoch = 7, LastBatchSize = 5, Labelled = true };
        using var generator = new MlpGenerator(MlpOptions.Ring);
        using var discriminator = new MlpDiscriminator(MlpOptions.Ring);
        using var trainer = new GanTrainer(
            generator, discriminator, new GanTrainerOptions { Latents = latents, DiscriminatorSteps = discriminatorSteps });
        trainer.Fit(source, TrainingLength.Rounds(50));

        Assert.Equal(0, Footprint.TensorsLeftBy(() => trainer.Fit(source, TrainingLength.Rounds(50), [new Sampling()])));
    }

    private sealed class Sampling : TrainingHook
    {
        public override long Every => 5;

        public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views) => views[0].Sample(9).Dispose();
    }
}
