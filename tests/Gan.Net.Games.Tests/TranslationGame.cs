using Gan.Net.Regularizers;
using Gan.Net.Training;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Games.Tests;

/// <summary>Game (a): an image as the condition, no latents, and an L1 term. pix2pix in small.</summary>
internal sealed class TranslationGame : IGame
{
    private readonly Painter _generator = new();
    private readonly Judge _discriminator = new();
    private readonly PairSource _source = new();
    private readonly GanTrainer _trainer;

    public TranslationGame() => _trainer = new GanTrainer(_generator, _discriminator, new GanTrainerOptions
    {
        Regularizers = [new L1Term { Weight = 10 }],
        GeneratorOptimizer = new AdamSettings { LearningRate = 2e-3 },
        Ema = new EmaSettings(),
        Seed = 3,
    });

    public Trainer<Batch> Trainer => _trainer;

    public IBatchSource<Batch> Source => _source;

    public IReadOnlyList<nn.Module> Modules => [_generator, _discriminator];

    public void Dispose()
    {
        _trainer.Dispose();
        _generator.Dispose();
        _discriminator.Dispose();
    }

    /// <summary>weight · mean |G(x) - y|, y the target that stands beside the condition.</summary>
    private sealed record L1Term : IGeneratorRegularizer
    {
        public double Weight { get; init; } = 100;

        public bool NeedsReal => true;

        public Tensor ForGenerator(GeneratorPass pass) => pass.Fake.sub(pass.Real!).abs().mean().mul(Weight);
    }

    private sealed class Painter : nn.Module, IGenerator
    {
        [ComponentName(Name = "layers")]
        private readonly Sequential _layers = nn.Sequential(nn.Conv2d(1, 8, kernel_size: 3, padding: 1), nn.ReLU(), nn.Conv2d(8, 1, kernel_size: 3, padding: 1), nn.Tanh());

        public Painter()
            : base(nameof(Painter))
        {
            RegisterComponents();
            Seeds.Fill(this, 1);
        }

        public LatentSpace Latent => LatentSpace.None;

        public ConditionSpace Condition { get; } = ConditionSpace.OfShape(1, -1, -1);

        public nn.Module Module => this;

        // Dropout is the only noise, as in pix2pix, and comes from the trainer's generator.
        public Tensor Generate(GeneratorInput input)
        {
            var condition = Condition.Check(input.Condition, input.Count, nameof(Painter))!;
            var kept = rand(condition.shape, generator: input.Random).ge(.1).to(ScalarType.Float32);
            return _layers.call(condition.mul(kept));
        }
    }

    private sealed class Judge : nn.Module, IDiscriminator
    {
        [ComponentName(Name = "layers")]
        private readonly Sequential _layers = nn.Sequential(nn.Conv2d(2, 8, kernel_size: 4, stride: 2, padding: 1), nn.LeakyReLU(.2), nn.Conv2d(8, 1, kernel_size: 3, padding: 1));

        public Judge()
            : base(nameof(Judge))
        {
            RegisterComponents();
            Seeds.Fill(this, 2);
        }

        public ConditionSpace Condition { get; } = ConditionSpace.OfShape(1, -1, -1);

        public nn.Module Module => this;

        public bool ScoresSamplesAlone => true;

        public DiscriminatorOutput Score(DiscriminatorInput input) => new() { Logits = _layers.call(cat([input.Condition!, input.Samples], 1)).flatten(1) };
    }
}
