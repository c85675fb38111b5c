using Gan.Net.Augmentations;
using Gan.Net.Checkpoints;
using Gan.Net.Conditional;
using Gan.Net.Regularizers;
using Gan.Net.Schedules;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Checkpoints;

/// <summary>Games with labels, codes and unrolled steps go on from a checkpoint as if nothing had been.</summary>
public sealed class GamesResumeTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public static TheoryData<string> Names => ["labels of the batch", "uniform labels", "shared uniform labels", "auxiliary", "projection", "codes", "unrolled", "accumulated"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Resume_Game_GoesOnBitForBit(string name)
    {
        using var first = new Game(name);
        first.Play(3);
        first.Save(_folder.Path);
        first.Play(4);

        using var second = new Game(name);
        second.Resume(_folder.Path);
        second.Play(4);

        Assert.Equal(TrainerDigest.Of(first.Trainer), TrainerDigest.Of(second.Trainer));
    }

    private sealed class Game : IDisposable
    {
        private readonly SmoothGenerator _generator;
        private readonly IDiscriminator _discriminator;
        private readonly NoiseSource _source = new(2) { Labelled = true, Classes = 3, BatchSize = 6 };

        public Game(string name)
        {
            var classes = name is "codes" or "unrolled" ? 0 : 3;
            _generator = new SmoothGenerator([2], ScalarType.Float32) { Classes = classes, Latent = new LatentSpace { Size = 3, Codes = name == "codes" ? PenaltyGame.Codes : null } };
            var backbone = new SmoothCritic(2, ScalarType.Float32) { Classes = name is "auxiliary" or "projection" ? 0 : classes };
            _discriminator = name switch
            {
                "auxiliary" => AuxiliaryDiscriminator.ForClasses(backbone, 3),
                "projection" => new ProjectionDiscriminator(backbone, 3, Gan.Net.Layers.WeightNorm.Spectral),
                "codes" => AuxiliaryDiscriminator.ForCodes(backbone, PenaltyGame.Codes),
                _ => backbone,
            };
            var options = Options(name);
            Trainer = name == "unrolled" ? new UnrolledGanTrainer(_generator, _discriminator, options) : new GanTrainer(_generator, _discriminator, options);
        }

        public GanTrainer Trainer { get; }

        public void Play(int rounds) => Trainer.Fit(_source, TrainingLength.Rounds(rounds));

        public void Save(string folder)
        {
            using var run = RunCheckpoints.Open(folder);
            run.Save(Trainer, _source);
        }

        public void Resume(string folder)
        {
            using var run = RunCheckpoints.Open(folder);
            Assert.NotNull(run.Resume(Trainer, _source));
        }

        public void Dispose()
        {
            Trainer.Dispose();
            _generator.Dispose();
            _discriminator.Dispose();
        }

        private static GanTrainerOptions Options(string name) => name switch
        {
            "uniform labels" => new GanTrainerOptions { FakeConditions = new UniformConditions() },
            "shared uniform labels" => new GanTrainerOptions { FakeConditions = new UniformConditions(), Latents = LatentReuse.Shared },
            "auxiliary" => new GanTrainerOptions { Regularizers = [new AuxiliaryClassPenalty { Every = 2 }] },
            "codes" => new GanTrainerOptions { Regularizers = [new MutualInformationPenalty()] },
            "accumulated" => new GanTrainerOptions
            {
                GradientAccumulation = 2,
                DiscriminatorSteps = 2,
                Regularizers = [new R1Penalty { Every = 3 }],
                Augmentations = [new InstanceNoise { Deviation = new LinearSchedule { From = .2, To = 0, Over = 200 } }],
                Ema = new EmaSettings { HalfLife = 50 },
            },
            "unrolled" => new GanTrainerOptions { Regularizers = [new LeCamPenalty(), new WganGpPenalty()], Augmentations = [new InstanceNoise()] },
            _ => new GanTrainerOptions(),
        };
    }
}
