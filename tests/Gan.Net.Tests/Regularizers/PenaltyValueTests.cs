using Gan.Net.Augmentations;
using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Regularizers;

/// <summary>Values and parameter gradients of the penalties on small critics, from published arithmetic or worked out beside the assertion.</summary>
public sealed class PenaltyValueTests
{
    private const double Tolerance = 1e-9;

    private static readonly double[,] Real = { { 1, 0 }, { 0, 1 }, { -1, 2 } };
    private static readonly double[,] Fake = { { 0, 0 }, { 2, -1 }, { 1, 1 } };

    // ∇D at the real samples is (2.5, 0), (1.5, 2), (.5, 4), at the fakes (.5, -1), (3.5, -2), (3.5, 3); the gradient by b is γ times their mean.
    public static TheoryData<IDiscriminatorRegularizer, double, double[]> Quadratic => new()
    {
        { new R1Penalty(), 47.9166666667, [15, 20] },
        { new R1Penalty { Gamma = 1 }, 4.79166666667, [1.5, 2] },
        { new R2Penalty(), 64.5833333333, [25, 0] },
        { new R2Penalty { Gamma = 1 }, 6.45833333333, [2.5, 0] },
    };

    [Theory]
    [MemberData(nameof(Quadratic))]
    public void ForDiscriminator_QuadraticCritic_EqualsTheReference(IDiscriminatorRegularizer penalty, double value, double[] gradient)
    {
        var critic = new QuadraticCritic();
        using var game = Game(critic, Real, Fake);

        var term = game.ForDiscriminator(penalty);
        term.mean().backward();

        Assert.Equal([3L], term.shape);
        Assert.Equal(value, term.mean().ToDouble(), Tolerance);
        AssertClose(gradient, critic.B.grad!);
    }

    // Points between real and fake samples at .25, .5 and .75 of the way to the real one.
    [Theory]
    [InlineData(1, PenaltySides.Two, 36.7726861653)]
    [InlineData(0, PenaltySides.Two, 78.125)]
    [InlineData(1, PenaltySides.One, 36.7726861653)]
    public void At_QuadraticCritic_EqualsTheReference(double target, PenaltySides sides, double value)
    {
        using var scope = NewDisposeScope();
        using var critic = new QuadraticCritic();
        var share = tensor(new[,] { { .25 }, { .5 }, { .75 } });
        var points = tensor(Fake).add(tensor(Real).sub(tensor(Fake)).mul(share));

        Assert.Equal(value, new WganGpPenalty { Target = target, Sides = sides }.At(critic, points).mean().ToDouble(), 1e-8);
        Assert.Equal(value, new DraganPenalty { Target = target }.At(critic, points).mean().ToDouble(), 1e-8);
    }

    // A gradient of length 5 everywhere: R1 is γ/2 · 25, the others weight · (5 - 1)².
    public static TheoryData<IDiscriminatorRegularizer, double, double[]> Linear => new()
    {
        { new R1Penalty(), 125, [30, -40] },
        { new R2Penalty(), 125, [30, -40] },
        { new WganGpPenalty(), 160, [48, -64] },
        { new WganGpPenalty { Sides = PenaltySides.One }, 160, [48, -64] },
        { new WganGpPenalty { Target = 6 }, 10, [-12, 16] },
        { new WganGpPenalty { Target = 6, Sides = PenaltySides.One }, 0, [0, 0] },
        { new DraganPenalty(), 160, [48, -64] },
        { new DraganPenalty { Weight = 1, Target = 6 }, 1, [-1.2, 1.6] },
    };

    [Theory]
    [MemberData(nameof(Linear))]
    public void ForDiscriminator_LinearCritic_EqualsTheReference(IDiscriminatorRegularizer penalty, double value, double[] gradient)
    {
        var critic = new LinearCritic(3, -4);
        using var game = Game(critic, Real, Fake);

        var term = game.ForDiscriminator(penalty);
        term.mean().backward();

        Assert.Equal(value, term.mean().ToDouble(), 1e-8);
        AssertClose(gradient, critic.W.grad!, 1e-8);
    }

    [Fact]
    public void ForDiscriminator_WganGp_ScoresPointsOnTheLinesBetweenThePairs()
    {
        var critic = new LinearCritic(3, -4);
        using var game = Game(critic, new double[,] { { 0, 0 }, { 1, 1 }, { 5, 0 } }, new double[,] { { 10, 20 }, { 1, 3 }, { 1, -8 } });

        game.ForDiscriminator(new WganGpPenalty());

        var points = critic.Scored[2];
        double[] shares = [points[0] / 10, (points[3] - 1) / 2, (5 - points[4]) / 4];
        Assert.All(shares, share => Assert.InRange(share, 0, 1));
        Assert.Equal(3, shares.Distinct().Count());
        Assert.Equal([shares[0] * 10, shares[0] * 20, 1, 1 + (shares[1] * 2), 5 - (shares[2] * 4), -shares[2] * 8], points, new Near(1e-12));
    }

    [Fact]
    public void ForDiscriminator_Dragan_ScoresPointsJustAboveTheRealOnes()
    {
        using var random = new Generator(5, CPU);
        var critic = new LinearCritic(3, -4);
        using var real = randn(2000, 2, dtype: ScalarType.Float64, generator: random);
        using var game = new PenaltyGame(critic, new FixedGenerator(2), real, real);

        game.ForDiscriminator(new DraganPenalty());

        var steps = critic.Scored[2].Zip(critic.Scored[0], (point, origin) => point - origin).ToArray();
        var reach = .5 * real.std(unbiased: false).ToDouble();
        Assert.All(steps, step => Assert.InRange(step, 0, reach));
        Assert.Equal(reach / 4, steps.Average(), .05 * reach); // a product of two uniform numbers is 1/4 on average
        Assert.True(steps.Max() > .9 * reach);
    }

    // Of one number there is no deviation, so nothing is added.
    [Fact]
    public void ForDiscriminator_DraganOfOneNumber_ScoresItAgain()
    {
        using var scope = NewDisposeScope();
        var critic = new LinearCritic(2);
        using var game = new PenaltyGame(critic, new FixedGenerator(1), tensor(new[,] { { 3.0 } }), tensor(new[,] { { 1.0 } }));

        Assert.Equal(10, game.ForDiscriminator(new DraganPenalty()).ToDouble(), 1e-10);
        Assert.Equal([3.0], critic.Scored[2]);
    }

    [Fact]
    public void ForDiscriminator_LeCamWithKnownMeans_EqualsTheReference()
    {
        using var scope = NewDisposeScope();
        using var state = new ComponentState();
        state.Set("real", tensor(.4));
        state.Set("fake", tensor(-.2));
        state.Set("weight", tensor(1.0));
        var (real, fake) = (tensor(new[] { 2, -1, .5 }).requires_grad_(), tensor(new[] { -1.5, .3, 1 }).requires_grad_());
        var critic = new ScriptedCritic(real, fake);
        using var game = new PenaltyGame(critic, new FixedGenerator(1), zeros(3, 1), zeros(3, 1)) { State = state };

        var term = game.ForDiscriminator(new LeCamPenalty { Weight = 1, Decay = 1 });
        term.mean().backward();

        Assert.Equal([3L], term.shape);
        Assert.Equal(2.98333333333, term.mean().ToDouble(), Tolerance);
        AssertClose([4.4 / 3, 0, 1.4 / 3], real.grad!);
        AssertClose([-3.8 / 3, -.2 / 3, 0], fake.grad!);
    }

    // Means of real logits 1, then 4; of fake ones -1, then 0. Half of the first is left, and the sum of weights is 3/4.
    [Fact]
    public void ForDiscriminator_LeCamTwice_MovesUnbiasedMeans()
    {
        using var scope = NewDisposeScope();
        var critic = new ScriptedCritic(tensor(new[] { 0.0, 2 }), tensor(new[] { -1.0, -1 }), tensor(new[] { 4.0, 4 }), tensor(new[] { 0.0, 0 }));
        using var game = new PenaltyGame(critic, new FixedGenerator(1), zeros(2, 1), zeros(2, 1));
        var penalty = new LeCamPenalty { Weight = 1, Decay = .5 };

        var first = game.ForDiscriminator(penalty).mean().ToDouble();
        var second = game.ForDiscriminator(penalty).mean().ToDouble();

        Assert.Equal(((1 + 9) / 2.0) + 4, first, Tolerance); // (0 + 1)², (2 + 1)²; (1 + 1)² twice
        Assert.Equal(Math.Pow(4 + (.25 / .75), 2) + Math.Pow(2.25 / .75, 2), second, Tolerance);
        Assert.Equal(["fake", "real", "weight"], game.State.Tensors.Keys);
        Assert.Equal([-.25, 2.25, .75], game.State.Tensors.Values.Select(value => value.ToDouble()), new Near(1e-12));
    }

    // Rows of two pixels, mirrored: the real scores 3 and -8 become -4 and 6, the generated ones' 6 and -1 become -8 and -1.
    [Fact]
    public void ForDiscriminator_Consistency_EqualsTheSquaredChange()
    {
        var mirror = new FlipShiftAugmentation { FlipProbability = 1, MaxShift = 0 };
        using var scope = NewDisposeScope();
        var critic = new LinearCritic(3, -4);
        using var game = Images(critic, [1, 0, 0, 2], [2, 0, 1, 1]);

        Assert.Equal(10 * (49 + 196) / 2.0, game.ForDiscriminator(new ConsistencyPenalty { Augmentation = mirror }).mean().ToDouble(), Tolerance);
        Assert.Equal(
            (10 * (49 + 196) / 2.0) + (3 * 196 / 2.0),
            game.ForDiscriminator(new BalancedConsistencyPenalty { Augmentation = mirror, FakeWeight = 3 }).mean().ToDouble(),
            Tolerance);
    }

    [Fact]
    public void LatentConsistency_LinearGame_EqualsTheSquaredChanges()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(7, CPU);
        var noise = randn(3, 2, dtype: ScalarType.Float64, generator: random).mul(.03).data<double>().ToArray();
        var critic = new LinearCritic(3, -4);
        using var game = Game(critic, Real, Fake);
        var penalty = new LatentConsistencyPenalty();

        var scores = noise.Chunk(2).Select(change => Math.Pow((3 * change[0]) - (4 * change[1]), 2));
        Assert.Equal(5 * scores.Average(), game.ForDiscriminator(penalty).mean().ToDouble(), Tolerance);
        Assert.Equal(-.5 * noise.Average(change => change * change), game.ForGenerator(penalty).mean().ToDouble(), Tolerance);
        Assert.Equal(0, game.ForDiscriminator(penalty with { DiscriminatorWeight = 0 }).mean().ToDouble());
        Assert.Equal(0, game.ForGenerator(penalty with { GeneratorWeight = 0 }).mean().ToDouble());
    }

    // Shared fakes have weights that take gradients: the discriminator's term must not reach them by the latents it moves.
    [Fact]
    public void ForDiscriminator_LatentConsistency_LeavesTheGeneratorAlone()
    {
        using var scope = NewDisposeScope();
        using var game = new PenaltyGame();

        game.ForDiscriminator(new LatentConsistencyPenalty()).mean().backward();

        Assert.Null(((SmoothGenerator)game.Generator).Weight.grad);
        Assert.NotNull(((SmoothCritic)game.Critic).First.grad);
    }

    // The means of |I2 - I1| and |z2 - z1| are 1.5 and 1.
    [Fact]
    public void Of_ModeSeeking_EqualsTheReference()
    {
        using var scope = NewDisposeScope();
        var samples = tensor(new double[,] { { 2, 0 }, { 3, 7 } }).sub(tensor(new double[,] { { 1, 2 }, { 3, 4 } })).requires_grad_();
        var latents = tensor(new double[,] { { 1, 1 }, { 0, 2 } }).sub(tensor(new double[,] { { 0, 1 }, { 1, 0 } }));

        var term = new ModeSeekingPenalty().Of(samples, latents);
        term.backward();

        Assert.Equal(.666662222252, term.ToDouble(), 1e-11);
        Assert.Equal(3 * term.ToDouble(), new ModeSeekingPenalty { Weight = 3 }.Of(samples, latents).ToDouble(), 1e-12);
        var share = term.ToDouble() * term.ToDouble() / 4; // the derivative of 1/(ratio + ε), over 4 numbers
        AssertClose([-share, share, 0, -share], samples.grad!);
    }

    [Fact]
    public void ForGenerator_ModeSeeking_ComparesWithFreshLatents()
    {
        using var scope = NewDisposeScope();
        var critic = new LinearCritic(3, -4);
        using var game = Game(critic, Real, Fake);

        // What is generated is the latent: the ratio is 1 whatever is drawn, unless the same latents are drawn again.
        Assert.Equal(1 / 1.00001, game.ForGenerator(new ModeSeekingPenalty()).ToDouble(), 1e-12);
    }

    // The means of the features are (0, 1) and (1, 0).
    [Fact]
    public void ForGenerator_FeatureMatching_EqualsTheMeansDistance()
    {
        using var scope = NewDisposeScope();
        var critic = new LinearCritic(3, -4);
        var fake = tensor(Fake).requires_grad_();
        using var game = new PenaltyGame(critic, new FixedGenerator(2), tensor(Real), fake);

        var term = game.ForGenerator(new FeatureMatchingPenalty { Weight = 3 });
        term.backward();

        Assert.Equal(3, term.ToDouble(), Tolerance);
        AssertClose([1, -1, 1, -1, 1, -1], fake.grad!);
    }

    [Fact]
    public void ForGenerator_FeatureMatchingWithoutFeatures_SaysWhatToImplement()
    {
        using var scope = NewDisposeScope();
        var critic = new QuadraticCritic();
        using var game = Game(critic, Real, Fake);

        var failure = Assert.Throws<ArgumentException>("pass", () => game.ForGenerator(new FeatureMatchingPenalty()));

        Assert.StartsWith(
            "FeatureMatchingPenalty needs the discriminator's features; QuadraticCritic does not show any. Implement FeatureCount and Features.",
            failure.Message,
            StringComparison.Ordinal);
    }

    // Rows (1, 2), (3, 4), (5, 6): their products are 11, 17 and 39. The gradient is 2 (W Wᵀ ∘ (1 - I)) W.
    [Fact]
    public void Orthogonal_ThreeRows_EqualsBigGansGradient()
    {
        using var scope = NewDisposeScope();
        var critic = new SmoothCritic(3, hidden: 2, told: 0);
        using var game = new PenaltyGame(critic, new SmoothGenerator([3]), zeros(2, 3, dtype: ScalarType.Float64), zeros(2, 3, dtype: ScalarType.Float64));
        using (no_grad())
        {
            critic.First.copy_(tensor(new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }));
        }

        var term = game.ForDiscriminator(new OrthogonalPenalty { DiscriminatorWeight = .1 });
        term.mean().backward();

        Assert.Equal(.1 * 1931, term.ToDouble(), Tolerance);
        AssertClose([23.6, 29.2, 41.2, 51.2, 26.8, 38], critic.First.grad!);
        Assert.Null(critic.Last.grad);
        Assert.Equal(0, game.ForDiscriminator(new OrthogonalPenalty()).ToDouble());
        Assert.Equal(
            OffDiagonal(((SmoothGenerator)game.Generator).Weight) * .05,
            game.ForGenerator(new OrthogonalPenalty { GeneratorWeight = .1 }).ToDouble(),
            Tolerance);
    }

    private static double OffDiagonal(Tensor weight)
    {
        var total = 0.0;
        for (var i = 0; i < weight.shape[0]; i++)
        {
            for (var j = 0; j < weight.shape[0]; j++)
            {
                total += i == j ? 0 : Math.Pow(weight[i].dot(weight[j]).ToDouble(), 2);
            }
        }

        return total;
    }

    private static PenaltyGame Game(IDiscriminator critic, double[,] real, double[,] fake) =>
        new(critic, new FixedGenerator(2), tensor(real), tensor(fake));

    private static PenaltyGame Images(IDiscriminator critic, double[] real, double[] fake) =>
        new(critic, new FixedGenerator(1, 1, 2), tensor(real).view(-1, 1, 1, 2), tensor(fake).view(-1, 2));

    private static void AssertClose(double[] expected, Tensor actual, double tolerance = Tolerance) =>
        Assert.Equal(expected, actual.contiguous().data<double>().ToArray(), new Near(tolerance));
}
