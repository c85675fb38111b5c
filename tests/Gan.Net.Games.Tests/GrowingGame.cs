using Gan.Net.Training;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Games.Tests;

/// <summary>
/// Game (c): a generator that grows. Until <see cref="GrowsAt"/> samples it makes 4 by 4 pixels and enlarges them; then a finer layer fades in. Noise is added
/// inside, from the trainer's generator. Progressive growing in small.
/// </summary>
internal sealed class GrowingGame : IGame
{
    public const long GrowsAt = 40;
    private const long FadesFor = 40;

    private readonly Grower _generator = new();
    private readonly Judge _discriminator = new();
    private readonly PairSource _source = new();
    private readonly GanTrainer _trainer;

    public GrowingGame() => _trainer = new GanTrainer(_generator, _discriminator, new GanTrainerOptions { Seed = 9, Ema = new EmaSettings() });

    public Trainer<Batch> Trainer => _trainer;

    public IBatchSource<Batch> Source => _source;

    public IReadOnlyList<nn.Module> Modules => [_generator, _discriminator];

    /// <summary>The share of the finer layer, 0 to 1.</summary>
    public double Share => _generator.Share;

    public void Dispose()
    {
        _trainer.Dispose();
        _generator.Dispose();
        _discriminator.Dispose();
    }

    private sealed class Grower : nn.Module, IGenerator, IProgressAware
    {
        [ComponentName(Name = "coarse")]
        private readonly Linear _coarse = nn.Linear(6, 16);

        [ComponentName(Name = "fine")]
        private readonly Conv2d _fine = nn.Conv2d(1, 1, kernel_size: 3, padding: 1);

        [ComponentName(Name = "strength")]
        private readonly Parameter _strength = new(full(1, .1f));

        public Grower()
            : base(nameof(Grower))
        {
            RegisterComponents();
            Seeds.Fill(this, 1);
        }

        public LatentSpace Latent { get; } = new() { Size = 6 };

        public nn.Module Module => this;

        public double Share { get; private set; }

        public void OnProgress(long samplesSeen) => Share = Math.Clamp((samplesSeen - GrowsAt) / (double)FadesFor, 0, 1);

        public Tensor Generate(GeneratorInput input)
        {
            var small = _coarse.call(input.Latents!).view(-1, 1, 4, 4);
            small = small.add(randn(small.shape, generator: input.Random).mul(_strength));
            var large = nn.functional.interpolate(small, scale_factor: [2, 2]);
            return (Share == 0 ? large : large.mul(1 - Share).add(_fine.call(large).mul(Share))).tanh();
        }
    }

    private sealed class Judge : nn.Module, IDiscriminator
    {
        [ComponentName(Name = "layers")]
        private readonly Sequential _layers = nn.Sequential(nn.Conv2d(1, 8, kernel_size: 4, stride: 2, padding: 1), nn.LeakyReLU(.2), nn.Flatten(), nn.Linear(128, 1), nn.Flatten(0));

        public Judge()
            : base(nameof(Judge))
        {
            RegisterComponents();
            Seeds.Fill(this, 2);
        }

        public nn.Module Module => this;

        public bool ScoresSamplesAlone => true;

        public DiscriminatorOutput Score(DiscriminatorInput input) => new() { Logits = _layers.call(input.Samples) };
    }
}
