using Gan.Net.Augmentations;
using Gan.Net.Conditional;
using Gan.Net.Dcgan;
using Gan.Net.Layers;
using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Papers.Tests;

/// <summary>Looking ahead, with everything else the library has on top: the discriminator comes back bit for bit, and the game goes on.</summary>
public sealed class UnrolledCombinationTests
{
    private const int Classes = 3;

    private static readonly LatentCodes _codes = new() { Categories = [Classes], Continuous = 1 };

    private static readonly DcganOptions _sizes = new() { ImageSize = 8, Channels = 1, Width = 4, Latent = new LatentSpace { Size = 8 }, DiscriminatorNorm = Norm.None };

    public static TheoryData<string> Names =>
        ["labels", "batch norm", "spectral norm", "projection", "classifier", "codes", "packs", "penalties and augmentations", "accumulation", "shared latents"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_Combination_TheDiscriminatorIsRestoredAndTrainingGoesOn(string name)
    {
        using var generator = new DcganGenerator(Sizes(name));
        using var discriminator = Discriminator(name);
        using var trainer = new WatchfulTrainer(generator, discriminator, Rules(name)) { UnrolledSteps = 2 };
        using var source = new NoiseSource(1, 8, 8) { Labelled = true, Classes = Classes };
        var before = Weights.Of(generator, discriminator.Module);

        trainer.Fit(source, TrainingLength.Rounds(3));

        Assert.Equal(name == "accumulation" ? 6 : 3, trainer.Looks);
        var after = Weights.Of(generator, discriminator.Module);
        Weights.AssertDiffer(before, after);
        Assert.All(after.Values.SelectMany(values => values), value => Assert.True(double.IsFinite(value)));
    }

    private static DcganOptions Sizes(string name) => name switch
    {
        "labels" or "projection" or "classifier" => _sizes with { Classes = Classes },
        "codes" => _sizes with { Latent = new LatentSpace { Size = 8, Codes = _codes } },
        _ => _sizes,
    };

    private static IDiscriminator Discriminator(string name) => name switch
    {
        "labels" => new DcganDiscriminator(_sizes with { Classes = Classes }),
        "batch norm" => new DcganDiscriminator(_sizes with { DiscriminatorNorm = Norm.Batch }),
        "spectral norm" => new DcganDiscriminator(_sizes with { DiscriminatorNorm = Norm.Spectral }),
        "projection" => new ProjectionDiscriminator(new DcganDiscriminator(_sizes with { DiscriminatorNorm = Norm.Spectral }), Classes, WeightNorm.Spectral),
        "classifier" => AuxiliaryDiscriminator.ForClasses(new DcganDiscriminator(_sizes), Classes),
        "codes" => AuxiliaryDiscriminator.ForCodes(new DcganDiscriminator(_sizes), _codes),
        "packs" => new PackedDiscriminator(new DcganDiscriminator(_sizes.ForPacks(2))),
        _ => new DcganDiscriminator(_sizes),
    };

    private static GanTrainerOptions Rules(string name) => name switch
    {
        "spectral norm" => new() { Loss = new HingeLoss() },
        "projection" => new() { Loss = new WassersteinLoss(), FakeConditions = new UniformConditions(), Regularizers = [new WganGpPenalty()] },
        "classifier" => new() { Regularizers = [AuxiliaryClassPenalty.Paper], Augmentations = [new DiffAugment()] },
        "codes" => new() { Regularizers = [new MutualInformationPenalty()] },
        "packs" => new() { Augmentations = [new AdaptiveAugmentation { Speed = 20 }] },
        "penalties and augmentations" => new()
        {
            Loss = new RelativisticPairingLoss(),
            Regularizers = [new R1Penalty { Every = 2 }, new LeCamPenalty()],
            Augmentations = [new ScheduledAugmentation(), new DiffAugment(), new InstanceNoise()],
        },
        "accumulation" => new() { GradientAccumulation = 2, Ema = new EmaSettings() },
        "shared latents" => new() { Loss = new MinimaxLoss(), Latents = LatentReuse.Shared },
        _ => new(),
    };

    // Looks at all that the discriminator is made of and remembers before each unrolled loss and after it.
    private sealed class WatchfulTrainer(IGenerator generator, IDiscriminator discriminator, GanTrainerOptions options) : UnrolledGanTrainer(generator, discriminator, options)
    {
        public int Looks { get; private set; }

        protected override Tensor GeneratorLoss(GeneratorPass pass)
        {
            var before = Everything();
            var loss = base.GeneratorLoss(pass);
            Assert.Equal(before, Everything());
            Looks++;
            return loss;
        }

        private List<long> Everything()
        {
            var player = Players.Single(player => player.Name == "discriminator");
            var memory = player.Settings.ReadState(player.Optimizer).Values;
            var remembered = States.Values.SelectMany(state => state.Tensors.Values);
            Tensor[] all = [player.Parameters.Values, player.Parameters.Gradients, .. Discriminator.Module.buffers(), .. memory, .. remembered];
            return [.. all.SelectMany(tensor => tensor.detach().to(ScalarType.Float64).flatten().contiguous().data<double>().ToArray()).Select(BitConverter.DoubleToInt64Bits)];
        }
    }
}
