using Gan.Net.Data;
using Gan.Net.Mlp;
using Gan.Net.Regularizers;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Reliability.Inputs;

/// <summary>Rules of the game, lengths and hooks that cannot be.</summary>
internal static class WrongRules
{
    public static IEnumerable<WrongInput> All => [.. Options(), .. Runs()];

    private static IEnumerable<WrongInput> Options() =>
    [
        new("no loss", () => Attempts.Rules(new() { Loss = null! }), "Loss", "null"),
        new("no optimizer", () => Attempts.Rules(new() { GeneratorOptimizer = null! }), "GeneratorOptimizer", "null"),
        new("a rate of 0", () => Attempts.Rules(new() { GeneratorOptimizer = new AdamSettings { LearningRate = 0 } }), "LearningRate", "positive", "0"),
        new("a negative rate", () => Attempts.Rules(new() { DiscriminatorOptimizer = new SgdSettings { LearningRate = -1 } }), "LearningRate", "positive", "-1"),
        new("a rate that is no number", () => Attempts.Rules(new() { GeneratorOptimizer = new RmsPropSettings { LearningRate = double.NaN } }), "LearningRate", "positive", "NaN"),
        new("a beta of 1", () => Attempts.Rules(new() { GeneratorOptimizer = new AdamSettings { Beta1 = 1 } }), "Beta1", "[0, 1)", "1"),
        new("0 discriminator steps", () => Attempts.Rules(new() { DiscriminatorSteps = 0 }), "DiscriminatorSteps", "at least 1", "0"),
        new("several steps at once", () => Attempts.Rules(new() { Update = UpdateRule.Simultaneous, DiscriminatorSteps = 2 }), "DiscriminatorSteps", "must be 1", "2"),
        new("an update nobody knows", () => Attempts.Rules(new() { Update = (UpdateRule)9 }), "Update", "9"),
        new("an order nobody knows", () => Attempts.Rules(new() { Order = (PlayerOrder)9 }), "Order", "9"),
        new("latents nobody knows", () => Attempts.Rules(new() { Latents = (LatentReuse)9 }), "Latents", "9"),
        new("fakes shared before they are made", () => Attempts.Rules(new() { Latents = LatentReuse.Shared, Order = PlayerOrder.GeneratorFirst }), "Latents", "Shared"),
        new("0 parts of a step", () => Attempts.Rules(new() { GradientAccumulation = 0 }), "GradientAccumulation", "at least 1", "0"),
        new("no penalties but null", () => Attempts.Rules(new() { Regularizers = null! }), "Regularizers", "null"),
        new("a penalty that is null", () => Attempts.Rules(new() { Regularizers = [new R1Penalty(), null!] }), "Regularizers[1]", "null"),
        new("a penalty every 0 steps", () => Attempts.Rules(new() { Regularizers = [new R1Penalty { Every = 0 }] }), "R1Penalty.Every", "at least 1", "0"),
        new("a penalty whose weight is no number", () => Attempts.Rules(new() { Regularizers = [new LeCamPenalty { Weight = double.NaN }] }), "LeCamPenalty.Weight", "NaN"),
        new("no augmentations but null", () => Attempts.Rules(new() { Augmentations = null! }), "Augmentations", "null"),
        new("nothing before a step but null", () => Attempts.Rules(new() { BeforeDiscriminatorStep = null! }), "BeforeDiscriminatorStep", "null"),
        new("something after a step that is null", () => Attempts.Rules(new() { AfterGeneratorStep = [null!] }), "AfterGeneratorStep[0]", "null"),
        new("clipping to 0", () => Attempts.Rules(new() { AfterDiscriminatorStep = [new WeightClipping { Bound = 0 }] }), "WeightClipping.Bound", "0"),
        new("an average of negative length", () => Attempts.Rules(new() { Ema = new EmaSettings { HalfLife = -5 } }), "HalfLife", "-5"),
        new("no numeric policy", () => Attempts.Rules(new() { NumericPolicy = null! }), "NumericPolicy", "null"),
        new("steps left out, none of them", () => NumericPolicy.SkipStep(0), "mostInARow", "0"),
        new("no device to train on", () => Attempts.Rules(new() { Device = null! }), "Device", "null"),
        new("a device to train on that is not there", () => Attempts.Rules(new() { Device = new Device("cuda:99") }), "Device", "cuda:99"),
        new("0 unrolled steps", () => _ = new UnrolledGanTrainer(new MlpGenerator(Attempts.Points), new MlpDiscriminator(Attempts.Points)) { UnrolledSteps = 0 }, "UnrolledSteps", "0"),
    ];

    private static IEnumerable<WrongInput> Runs() =>
    [
        new("no source", () => Attempts.Fit(Attempts.Points, (IBatchSource<Batch>?)null), "source"),
        new("a source of batches of 0", () => Attempts.Fit(Attempts.Points, new Attempts.OneBatch(zeros(4, 2)) { BatchSize = 0 }), "0 samples", "at least 1"),
        new("an epoch of 0 batches", () => Attempts.Fit(Attempts.Points, new Attempts.OneBatch(zeros(4, 2)) { BatchesPerEpoch = 0 }, length: TrainingLength.Epochs(1)), "0 batches", "at least 1"),
        new("a source that gives null", () => Attempts.Fit(Attempts.Points, new Attempts.OneBatch(null)), "null", "batch 0"),
        new("0 rounds", () => TrainingLength.Rounds(0), "count", "0"),
        new("-1 epochs", () => TrainingLength.Epochs(-1), "count", "-1"),
        new("no length", () => Attempts.Fit(Attempts.Points, new RingSource(), length: default(TrainingLength)), "0 rounds", "at least 1"),
        new("epochs of endless data", () => Attempts.Fit(Attempts.Points, new RingSource(), length: TrainingLength.Epochs(1)), "endless", "epochs"),
        new("a hook that is null", () => Attempts.Fit(Attempts.Points, new RingSource(), hooks: [null!]), "Hook 0", "null"),
        new("a hook without a pace", () => Attempts.Fit(Attempts.Points, new RingSource(), hooks: [new Attempts.Pace(0)]), "Every", "at least 1", "0"),
        new("a trainer that was disposed", () =>
        {
            using var generator = new MlpGenerator(Attempts.Points);
            using var discriminator = new MlpDiscriminator(Attempts.Points);
            using var source = new RingSource();
            var trainer = new GanTrainer(generator, discriminator);
            trainer.Dispose();
            trainer.Fit(source, TrainingLength.Rounds(1));
        }, "disposed"),
    ];
}
