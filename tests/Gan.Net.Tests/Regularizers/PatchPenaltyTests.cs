using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Regularizers;

/// <summary>Penalties on a critic that gives several logits for each sample: slopes are those of a sample's logits added up, all else is taken for each logit.</summary>
public sealed class PatchPenaltyTests
{
    public static TheoryData<IDiscriminatorRegularizer> All =>
        new(AllRegularizers.Both.OfType<IDiscriminatorRegularizer>().Where(regularizer => regularizer is not (AuxiliaryClassPenalty or MutualInformationPenalty)));

    // The columns (1, -1) and (2, -3) add up to (3, -4), of length 5.
    public static TheoryData<IDiscriminatorRegularizer, double> Slopes => new()
    {
        { new R1Penalty(), 125 }, { new R2Penalty(), 125 }, { new WganGpPenalty(), 160 }, { new DraganPenalty(), 160 },
    };

    [Theory]
    [MemberData(nameof(Slopes))]
    public void ForDiscriminator_LinearPatches_PenalisesTheSlopeOfTheirSum(IDiscriminatorRegularizer penalty, double value)
    {
        using var scope = NewDisposeScope();
        using var game = new PenaltyGame(
            new PatchCritic(tensor(new double[,] { { 1, 2 }, { -1, -3 } }), squash: false), new FixedGenerator(2), randn(3, 2, dtype: ScalarType.Float64), randn(3, 2, dtype: ScalarType.Float64));

        var term = game.ForDiscriminator(penalty);

        Assert.Equal([3L], term.shape);
        Assert.Equal(value, term.mean().ToDouble(), 1e-8);
    }

    // Scores of real samples 1, 2 and 3, 4; of generated ones 0, 0 and 1, 1: their means are 2.5 and 0.5 at once.
    [Fact]
    public void ForDiscriminator_LeCamOfPatches_AveragesOverAllOfThem()
    {
        using var scope = NewDisposeScope();
        var critic = new ScriptedCritic(tensor(new double[,] { { 1, 2 }, { 3, 4 } }), tensor(new double[,] { { 0, 0 }, { 1, 1 } }));
        using var game = new PenaltyGame(critic, new FixedGenerator(1), zeros(2, 1), zeros(2, 1));

        var term = game.ForDiscriminator(new LeCamPenalty { Weight = 1 });

        Assert.Equal([2L, 2], term.shape);
        Assert.Equal([.25 + 6.25, 2.25 + 6.25, 6.25 + 2.25, 12.25 + 2.25], term.data<double>().ToArray(), new Near(1e-12));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ForDiscriminator_Patches_HaveTheGradientOfDifferences(IDiscriminatorRegularizer penalty)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(3, CPU);
        using var game = new PenaltyGame(
            new PatchCritic(randn(16, 3, dtype: ScalarType.Float64, generator: random).mul(.3), squash: true),
            new SmoothGenerator([1, 4, 4]),
            randn(5, 1, 4, 4, dtype: ScalarType.Float64, generator: random),
            randn(5, 3, dtype: ScalarType.Float64, generator: random));
        // Running means are constants to the gradient; for differences they must stay.
        game.State.Set("real", tensor(.4));
        game.State.Set("fake", tensor(-.2));
        game.State.Set("weight", tensor(1.0));
        var still = penalty is LeCamPenalty means ? means with { Decay = 1 } : penalty;

        Assert.Null(FiniteDifferences.Compare(game.Critic.Module.parameters(), () => game.ForDiscriminator(still)));
    }

    private sealed class PatchCritic : nn.Module, IDiscriminator
    {
        [ComponentName(Name = "w")]
        private readonly Parameter _w;

        private readonly bool _squash;

        public PatchCritic(Tensor w, bool squash)
            : base(nameof(PatchCritic))
        {
            (_w, _squash) = (new Parameter(w), squash);
            RegisterComponents();
        }

        public nn.Module Module => this;

        public DiscriminatorOutput Score(DiscriminatorInput input)
        {
            var scores = input.Samples.flatten(1).matmul(_w);
            return new DiscriminatorOutput { Logits = _squash ? scores.tanh().mul(2) : scores };
        }
    }
}
