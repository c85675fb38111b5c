using Gan.Net.Training;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Games.Tests;

/// <summary>Game (b): two generators, two adversaries, a pool of 50 old fakes for each, and a cycle term. CycleGAN in small.</summary>
internal sealed class CycleGame : Trainer<Batch>, IGame
{
    private readonly Mapper _toB = new(1);
    private readonly Mapper _toA = new(2);
    private readonly Critic _criticA = new(3);
    private readonly Critic _criticB = new(4);
    private readonly Adversary _a;
    private readonly Adversary _b;
    private readonly ImagePool _poolA;
    private readonly ImagePool _poolB;
    private readonly Player _generators;
    private readonly Player _critics;
    private readonly GeneratorView _viewOfB;
    private readonly GeneratorView _viewOfA;

    public CycleGame()
        : base(new TrainerOptions { Seed = 5 })
    {
        var options = new AdversaryOptions { Loss = new Losses.LeastSquaresLoss() };
        _a = AddAdversary("a", _toA, _criticA, options);
        _b = AddAdversary("b", _toB, _criticB, options);
        (_poolA, _poolB) = (new ImagePool(Remember("pool.a")), new ImagePool(Remember("pool.b")));
        var adam = new AdamSettings { LearningRate = 2e-3 };
        _generators = new Player("generators", [_toA, _toB], adam);
        _critics = new Player("critics", [_criticA, _criticB], adam);
        Players = [_generators, _critics];
        Average(_generators, new EmaSettings());
        (_viewOfB, _viewOfA) = (new GeneratorView(_toB, this, "a-to-b"), new GeneratorView(_toA, this, "b-to-a"));
    }

    public override IReadOnlyList<ISampler> Views => [_viewOfB, _viewOfA];

    public Trainer<Batch> Trainer => this;

    public IBatchSource<Batch> Source { get; } = new PairSource { Unpaired = true };

    public IReadOnlyList<nn.Module> Modules => [_toA, _toB, _criticA, _criticB];

    protected override Tensor ComputeLoss(Player player, Round<Batch> round)
    {
        var (b, a) = (round.Batch.Samples, round.Batch.Condition!);
        return ReferenceEquals(player, _generators) ? GeneratorTurn(a, b, round) : CriticTurn(a, b, round);
    }

    protected override void OnSource(IBatchSource<Batch> source)
    {
        using var scope = NewDisposeScope();
        using var first = source.GetBatch(0);
        _viewOfB.Show(first.Condition!);
        _viewOfA.Show(first.Samples);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        foreach (var module in Modules)
        {
            module.Dispose();
        }
    }

    private Tensor GeneratorTurn(Tensor a, Tensor b, Round<Batch> round)
    {
        var (fakeB, fakeA) = (_toB.Map(a), _toA.Map(b));
        var cycle = _toA.Map(fakeB).sub(a).abs().mean().add(_toB.Map(fakeA).sub(b).abs().mean());
        round.Measure("cycle", cycle);
        (_newA, _newB) = (round.Keep(fakeA.detach().clone()), round.Keep(fakeB.detach().clone()));
        return _b.GeneratorTerms(player: _generators, new Fakes { Samples = fakeB, Condition = a }, null, round).mean()
            .add(_a.GeneratorTerms(_generators, new Fakes { Samples = fakeA, Condition = b }, null, round).mean()).add(cycle.mul(10));
    }

    private Tensor CriticTurn(Tensor a, Tensor b, Round<Batch> round) =>
        _a.DiscriminatorTerms(_critics, new Batch(a.alias()), new Fakes { Samples = _poolA.Query(_newA!, Random) }, round).mean()
            .add(_b.DiscriminatorTerms(_critics, new Batch(b.alias()), new Fakes { Samples = _poolB.Query(_newB!, Random) }, round).mean());

    private Tensor? _newA;
    private Tensor? _newB;

    private sealed class Mapper : nn.Module, IGenerator
    {
        [ComponentName(Name = "layers")]
        private readonly Sequential _layers = nn.Sequential(nn.Conv2d(1, 6, kernel_size: 3, padding: 1), nn.ReLU(), nn.Conv2d(6, 1, kernel_size: 3, padding: 1), nn.Tanh());

        public Mapper(ulong seed)
            : base(nameof(Mapper))
        {
            RegisterComponents();
            Seeds.Fill(this, seed);
        }

        public LatentSpace Latent => LatentSpace.None;

        public ConditionSpace Condition { get; } = ConditionSpace.OfShape(1, -1, -1);

        public nn.Module Module => this;

        public Tensor Map(Tensor image) => _layers.call(image);

        public Tensor Generate(GeneratorInput input) => Map(Condition.Check(input.Condition, input.Count, nameof(Mapper))!);
    }

    private sealed class Critic : nn.Module, IDiscriminator
    {
        [ComponentName(Name = "layers")]
        private readonly Sequential _layers = nn.Sequential(nn.Conv2d(1, 6, kernel_size: 4, stride: 2, padding: 1), nn.LeakyReLU(.2), nn.Conv2d(6, 1, kernel_size: 3, padding: 1));

        public Critic(ulong seed)
            : base(nameof(Critic))
        {
            RegisterComponents();
            Seeds.Fill(this, seed);
        }

        public nn.Module Module => this;

        public DiscriminatorOutput Score(DiscriminatorInput input) => new() { Logits = _layers.call(input.Samples).flatten(1) };
    }
}
