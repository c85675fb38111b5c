using System.Security.Cryptography;
using Gan.Net.Checkpoints;
using Gan.Net.Data;
using Gan.Net.IO;
using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Checkpoints;

/// <summary>A checkpoint of another game is refused with every difference, and changes nothing.</summary>
public sealed class RestoreMismatchTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly Checkpoint _checkpoint;

    public RestoreMismatchTests()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Regularizers = [new LeCamPenalty()] });
        using var source = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(2));
        using var run = RunCheckpoints.Open(_folder.Path, new RunCheckpointsOptions { Settings = new RunSettings().Add("picture", "28") });
        _checkpoint = Checkpoint.Open(run.Save(gan.Trainer, source));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Restore_EverythingDiffers_ListsAllAndChangesNothing()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Loss = new HingeLoss(), GeneratorOptimizer = new SgdSettings { Momentum = 0.5 }, Ema = new EmaSettings() });
        using var source = new NoiseSource(2) { BatchSize = 5, BatchesPerEpoch = 3, Seed = 8 };
        gan.Trainer.Fit(source, TrainingLength.Rounds(1));

        var differences = Refused(gan.Trainer, source, new RunSettings().Add("picture", "32").Add("colour", "yes")).Differences;

        Assert.Equal(
            [
                "Ema: none in the checkpoint, EmaSettings now",
                "Loss: NonSaturatingLoss in the checkpoint, HingeLoss now",
                "Regularizers: [LeCamPenalty in the checkpoint, [] now",
                "generator.Optimizer: AdamSettings in the checkpoint, SgdSettings now",
                "run.colour: nothing in the checkpoint, yes now",
                "run.picture: 28 in the checkpoint, 32 now",
                "data, samples in a batch: 4 in the checkpoint, 5 now",
                "data, batches in an epoch: endless in the checkpoint, 3 now",
                "data, digest of the first batch: # in the checkpoint, # now",
                "the part 'ema' is in the trainer only",
                "the part 'regularizer.0.LeCamPenalty' is in the checkpoint only",
                "'optimizer.generator.momentum_buffer' is in the trainer only",
                "'optimizer.generator.exp_avg' is in the checkpoint only",
                "'optimizer.generator.exp_avg_sq' is in the checkpoint only",
                "'optimizer.generator.step' is in the checkpoint only",
            ],
            differences.Select(Shortened).ToArray());
    }

    [Fact]
    public void Restore_OtherArchitecture_NamesEachTensor()
    {
        using var generator = new TinyGenerator();
        using var discriminator = new SmoothCritic(2, TorchSharp.torch.ScalarType.Float32, told: 20);
        using var trainer = new GanTrainer(generator, discriminator, new GanTrainerOptions { Regularizers = [new LeCamPenalty()] });
        using var source = new NoiseSource(2);

        Assert.Equal(
            [
                "the discriminator's parameters have other names, shapes or another order",
                "discriminator.safetensors: 'bias' is in the trainer only",
                "discriminator.safetensors: 'first' is in the trainer only",
                "discriminator.safetensors: 'first.bias' is in the checkpoint only",
                "discriminator.safetensors: 'first.weight' is in the checkpoint only",
                "discriminator.safetensors: 'head' is in the trainer only",
                "discriminator.safetensors: 'last' is in the trainer only",
                "discriminator.safetensors: 'last.bias' is in the checkpoint only",
                "discriminator.safetensors: 'last.weight' is in the checkpoint only",
                "'optimizer.discriminator.exp_avg' is Float32 [64] in the checkpoint and Float32 [128] in the trainer",
                "'optimizer.discriminator.exp_avg_sq' is Float32 [64] in the checkpoint and Float32 [128] in the trainer",
            ],
            Refused(trainer, source, new RunSettings().Add("picture", "28")).Differences);
    }

    [Fact]
    public void Restore_OtherDataOfTheSameShape_IsRefused()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Regularizers = [new LeCamPenalty()] });
        using var source = new NoiseSource(2) { Seed = 8 };

        Assert.StartsWith("data, digest of the first batch: ", Assert.Single(Refused(gan.Trainer, source, new RunSettings().Add("picture", "28")).Differences), StringComparison.Ordinal);
    }

    [Fact]
    public void Restore_SetChangedInOneNumberBehindTheFirstBatch_IsRefused()
    {
        using var gan = new TinyGan();
        using var source = Set(change: 0);
        gan.Trainer.Fit(source, TrainingLength.Rounds(1));
        using var run = RunCheckpoints.Open(_folder.File("set"));
        var checkpoint = Checkpoint.Open(run.Save(gan.Trainer, source));
        using var same = Set(change: 0);
        using var other = Set(change: .01f);

        checkpoint.Restore(gan.Trainer, same);
        var failure = Assert.Throws<CheckpointMismatchException>(() => checkpoint.Restore(gan.Trainer, other));

        Assert.Equal("data, digest of all samples: # in the checkpoint, # now", Shortened(Assert.Single(failure.Differences)));
    }

    [Fact]
    public void Restore_LowerRateAcceptedAsTheOnlyDifference_GoesOnAndRefusesOtherData()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Regularizers = [new LeCamPenalty()], GeneratorOptimizer = new AdamSettings { LearningRate = 1e-5 } });
        using var source = gan.Source();
        var settings = new RunSettings().Add("picture", "28");

        _checkpoint.Restore(gan.Trainer, source, settings, CheckpointDifferences.AcceptOptimizers);
        gan.Trainer.Fit(source, TrainingLength.Rounds(1));

        Assert.Equal(3, gan.Trainer.Rounds);
        using var other = new NoiseSource(2) { Seed = 8 };
        Assert.Throws<CheckpointMismatchException>(() => _checkpoint.Restore(gan.Trainer, other, settings, CheckpointDifferences.AcceptOptimizers));
        Assert.Throws<CheckpointMismatchException>(() => _checkpoint.Restore(gan.Trainer, source, settings));
    }

    [Fact]
    public void Restore_OtherSettingsAccepted_GoesOnUnderThem()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Loss = new HingeLoss(), Regularizers = [new LeCamPenalty()] });
        using var source = new NoiseSource(2) { Seed = 8 };

        _checkpoint.Restore(gan.Trainer, source, differences: CheckpointDifferences.AcceptSettings);
        gan.Trainer.Fit(source, TrainingLength.Rounds(1));

        Assert.Equal(3, gan.Trainer.Rounds);
    }

    [Fact]
    public void Restore_OtherArchitectureSettingsAccepted_IsRefusedAllTheSame()
    {
        using var generator = new TinyGenerator();
        using var discriminator = new SmoothCritic(2, TorchSharp.torch.ScalarType.Float32);
        using var trainer = new GanTrainer(generator, discriminator, new GanTrainerOptions { Regularizers = [new LeCamPenalty()] });
        using var source = new NoiseSource(2);

        Assert.Throws<CheckpointMismatchException>(() => _checkpoint.Restore(trainer, source, differences: CheckpointDifferences.AcceptSettings));
    }

    [Fact]
    public void Restore_FileDamagedSinceItWasOpened_ChangesNothing()
    {
        var path = Path.Combine(_checkpoint.Path, "training.safetensors");
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 4;
        File.WriteAllBytes(path, bytes);
        using var gan = new TinyGan(new GanTrainerOptions { Regularizers = [new LeCamPenalty()] });
        using var source = gan.Source();
        var before = TrainerDigest.Of(gan.Trainer);

        Assert.Throws<DataFormatException>(() => _checkpoint.Restore(gan.Trainer, source, new RunSettings().Add("picture", "28")));

        Assert.Equal(before, TrainerDigest.Of(gan.Trainer));
    }

    // With digests that fit: made by hand, for a save refuses it.
    [Fact]
    public void Restore_WeightThatIsNotFinite_IsRefusedAndChangesNothing()
    {
        var weights = Path.Combine(_checkpoint.Path, "generator.safetensors");
        using var gan = new TinyGan(new GanTrainerOptions { Regularizers = [new LeCamPenalty()] });
        using var source = gan.Source();
        var before = TrainerDigest.Of(gan.Trainer);
        using (var poisoned = new TinyGenerator())
        {
            using var still = no_grad();
            poisoned.parameters().First().fill_(float.NaN);
            ModuleState.Save(poisoned, weights);
        }

        var manifest = new CheckpointReader(Disk.Instance, _checkpoint.Path).ReadManifest();
        var digest = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(weights)));
        var files = manifest.Files.Select(file => file.Name == "generator.safetensors" ? file with { Sha256 = digest } : file);
        File.WriteAllBytes(Path.Combine(_checkpoint.Path, "manifest.json"), ManifestText.Write(manifest with { Files = [.. files] }));
        var crafted = Checkpoint.Open(_checkpoint.Path);

        var refusal = Assert.Throws<DataFormatException>(() => crafted.Restore(gan.Trainer, source, new RunSettings().Add("picture", "28")));

        Assert.Contains("holds NaN or infinity", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, TrainerDigest.Of(gan.Trainer));
    }

    private static BatchSource Set(float change)
    {
        var samples = zeros(8, 2);
        samples[7, 1] = change;
        return new BatchSource(new TensorSampleSet(samples), new BatchSourceOptions { BatchSize = 4, Order = SampleOrder.Sequential });
    }

    private CheckpointMismatchException Refused(GanTrainer trainer, IBatchSource<Batch> source, RunSettings settings)
    {
        var before = TrainerDigest.Of(trainer);
        var refusal = Assert.Throws<CheckpointMismatchException>(() => _checkpoint.Restore(trainer, source, settings));
        Assert.Equal(before, TrainerDigest.Of(trainer));
        Assert.Equal($"The checkpoint '{_checkpoint.Path}' does not fit the trainer, which is unchanged: {string.Join("; ", refusal.Differences)}.", refusal.Message);
        return refusal;
    }

    // Without what other tests hold: the digests, and what a record prints of itself.
    private static string Shortened(string difference)
    {
        var text = System.Text.RegularExpressions.Regex.Replace(difference, "[0-9a-f]{64}", "#");
        return System.Text.RegularExpressions.Regex.Replace(text, " \\{.*?\\}(\\]| \\})*(?= in the| now)", "");
    }
}
