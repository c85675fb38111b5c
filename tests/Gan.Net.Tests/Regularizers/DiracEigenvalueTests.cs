using System.Numerics;
using Gan.Net.Augmentations;
using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Training;

namespace Gan.Net.Tests.Regularizers;

/// <summary>
/// What one round of the Dirac-GAN does near the equilibrium, as the two eigenvalues of its Jacobian, measured on the real trainer by central
/// differences and compared with the theory (Mescheder et al. 2018).
/// </summary>
public sealed class DiracEigenvalueTests
{
    private const double Step = .2;

    // Step size, penalty (0 for none), modulus of both eigenvalues, which are a complex pair or one number twice.
    [Theory]
    [InlineData(UpdateRule.Simultaneous, .2, 0, 1.004987562112)]
    [InlineData(UpdateRule.Alternating, .2, 0, 1)]
    [InlineData(UpdateRule.Alternating, 3.9, 0, 1)]
    [InlineData(UpdateRule.Simultaneous, .2, .3, .974679434481)]
    [InlineData(UpdateRule.Alternating, .2, .3, .969535971483)]
    public void Fit_NearTheEquilibrium_ContractsByTheTheorysModulus(UpdateRule update, double step, double gamma, double modulus)
    {
        var (first, second) = DiracGan.Eigenvalues(Game(update, gamma), new DiracSettings { StepSize = step });

        Assert.Equal(modulus, first.Magnitude, 1e-9);
        Assert.Equal(modulus, second.Magnitude, 1e-9);
        Assert.Equal(first, Complex.Conjugate(second));
        Assert.True(Math.Abs(first.Imaginary) > .01, $"The eigenvalues {first} and {second} do not turn.");
    }

    [Theory]
    [InlineData(UpdateRule.Simultaneous, .2, 1, .9, .9)]
    [InlineData(UpdateRule.Alternating, .2, 1, .927015621187, .862984378813)]
    [InlineData(UpdateRule.Alternating, 4.1, 0, -1.5625, -.64)]
    public void Fit_NearTheEquilibrium_HasTheTheorysRealEigenvalues(UpdateRule update, double step, double gamma, double first, double second)
    {
        var (one, other) = DiracGan.Eigenvalues(Game(update, gamma), new DiracSettings { StepSize = step });

        Assert.Equal(first + second, (one + other).Real, 1e-9);
        Assert.Equal(first * second, (one * other).Real, 1e-9);
    }

    // λ = 1 + h μ with the continuous eigenvalues μ = -γ/2 ± √(γ²/4 - 1/4): below γ = 1 it turns, above it does not. R1 and R2 are one here, and so
    // are the logistic games.
    [Theory]
    [InlineData(.3)]
    [InlineData(1)]
    [InlineData(2)]
    public void Fit_ZeroCentredPenalty_HasTheFlowsEigenvalues(double gamma)
    {
        var root = Complex.Sqrt((gamma * gamma / 4) - .25);
        foreach (var loss in new IAdversarialLoss[] { new MinimaxLoss(), new NonSaturatingLoss(), new RelativisticPairingLoss() })
        {
            var game = new GanTrainerOptions { Loss = loss, Update = UpdateRule.Simultaneous };
            AssertFlow(game with { Regularizers = [new R1Penalty { Gamma = gamma }] }, (-gamma / 2) + root, (-gamma / 2) - root);
            AssertFlow(game with { Regularizers = [new R2Penalty { Gamma = gamma }] }, (-gamma / 2) + root, (-gamma / 2) - root);
        }
    }

    // λ = 1 - a²/2 ± √((1 - a²/2)² - 1) with a = √k · h · f'(0) and k discriminator steps: on the unit circle while a is at most 2.
    [Theory]
    [InlineData(5, .2)]
    [InlineData(5, 1.7)]
    [InlineData(2, 2.8)]
    public void Fit_SeveralDiscriminatorSteps_TurnsAsFarAsTheirRoot(int steps, double size)
    {
        var (first, second) = DiracGan.Eigenvalues(Game(UpdateRule.Alternating, 0) with { DiscriminatorSteps = steps }, new DiracSettings { StepSize = size });

        Assert.Equal(2 - (steps * size * size / 4), (first + second).Real, 1e-8);
        Assert.Equal(1, first.Magnitude, 1e-8);
        Assert.Equal(first, Complex.Conjugate(second));
    }

    [Theory]
    [InlineData(5, 1.8)]
    [InlineData(2, 2.9)]
    public void Fit_SeveralDiscriminatorStepsTooFar_LeavesTheUnitCircle(int steps, double size)
    {
        var half = 1 - (steps * size * size / 8);
        var game = Game(UpdateRule.Alternating, 0) with { DiscriminatorSteps = steps };

        Assert.Equal(half - Math.Sqrt((half * half) - 1), DiracGan.Eigenvalues(game, new DiracSettings { StepSize = size }).First.Real, 1e-8);
    }

    // θ² + ψ² is what the flow without a penalty keeps: wherever one stands, a step goes at a right angle.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(-.5, 2)]
    [InlineData(3, -.1)]
    public void Fit_NoPenalty_StepsAtARightAngleToTheEquilibrium(double theta, double psi)
    {
        foreach (var loss in new IAdversarialLoss[] { new MinimaxLoss(), new WassersteinLoss() })
        {
            var end = DiracGan.Play(
                new GanTrainerOptions { Loss = loss, Update = UpdateRule.Simultaneous }, 1, new DiracSettings { Start = new DiracPoint { Theta = theta, Psi = psi } });

            Assert.Equal(0, (theta * (end.Theta - theta)) + (psi * (end.Psi - psi)), 1e-12);
            Assert.True(end.Radius > double.Hypot(theta, psi) + .001);
        }
    }

    // One-centred, the penalty pushes away from the equilibrium, where it has no slope: from next to it the game goes round at the distance of any other start.
    [Theory]
    [InlineData(UpdateRule.Alternating)]
    [InlineData(UpdateRule.Simultaneous)]
    public void Fit_WganGpNextToTheEquilibrium_DoesNotConverge(UpdateRule update)
    {
        var game = new GanTrainerOptions { Loss = new WassersteinLoss(), Update = update, Regularizers = [new WganGpPenalty { Weight = .35 }] };

        var end = DiracGan.Play(game, 500, new DiracSettings { Start = new DiracPoint { Theta = .001, Psi = .001 } });

        Assert.InRange(end.Radius, 1, 2.2);
    }

    // Every game without a penalty only turns: μ = ± i f'(0), and f'(0) is 1/2 for a logistic loss and 1 for a critic.
    public static TheoryData<IAdversarialLoss, double> Turning => new()
    {
        { new MinimaxLoss(), .5 },
        { new NonSaturatingLoss(), .5 },
        { new RelativisticPairingLoss(), .5 },
        { new WassersteinLoss(), 1 },
    };

    [Theory]
    [MemberData(nameof(Turning))]
    public void Fit_NoPenalty_TurnsAtTheLosssRate(IAdversarialLoss loss, double rate) =>
        AssertFlow(new GanTrainerOptions { Loss = loss, Update = UpdateRule.Simultaneous }, new Complex(0, rate), new Complex(0, -rate));

    // Stable just below the theory's largest step size and unstable just above: 4γ while the eigenvalues turn, then 2 / (γ/2 + √(γ²/4 - 1/4)).
    [Theory]
    [InlineData(.3, 1.2)]
    [InlineData(.8, 3.2)]
    [InlineData(2, 2 / 1.8660254037844386)]
    public void Fit_R1AtTheLargestStableStep_IsOnTheUnitCircle(double gamma, double step)
    {
        Assert.Equal(1, Modulus(step), 1e-8);
        Assert.True(Modulus(.99 * step) < 1 - 1e-4);
        Assert.True(Modulus(1.01 * step) > 1 + 1e-4);

        double Modulus(double size) => DiracGan.Eigenvalues(Game(UpdateRule.Simultaneous, gamma), new DiracSettings { StepSize = size }).First.Magnitude;
    }

    // μ = f''(0) σ² ± √(f''(0)² σ⁴ - f'(0)²) with f'(0) = 1/2 and f''(0) = -1/4; from σ² = 2 on the game does not turn any more.
    [Theory]
    [InlineData(.7)]
    [InlineData(1)]
    [InlineData(2)]
    public void Fit_InstanceNoise_HasTheTheorysEigenvalues(double deviation)
    {
        var game = new GanTrainerOptions { Loss = new MinimaxLoss(), Update = UpdateRule.Simultaneous, Augmentations = [new InstanceNoise { Deviation = deviation }] };
        var pull = -deviation * deviation / 4;
        var root = Complex.Sqrt((pull * pull) - .25);

        var (one, other) = DiracGan.Eigenvalues(game, new DiracSettings { BatchSize = 200_000 });

        Assert.Equal((2 + (Step * 2 * pull)), (one + other).Real, .004 * deviation);
        Assert.Equal(((1 + (Step * (pull + root))) * (1 + (Step * (pull - root)))).Real, (one * other).Real, .004 * deviation);
    }

    [Fact]
    public void Fit_NoPenaltyAlternating_CyclesForEver()
    {
        foreach (var rounds in new[] { 100, 500, 1000 })
        {
            Assert.InRange(DiracGan.Play(Game(UpdateRule.Alternating, 0), rounds).Radius, 1.3, 1.55);
        }
    }

    private static GanTrainerOptions Game(UpdateRule update, double gamma) =>
        new() { Loss = new MinimaxLoss(), Update = update, Regularizers = gamma > 0 ? [new R1Penalty { Gamma = gamma }] : [] };

    private static void AssertFlow(GanTrainerOptions game, Complex first, Complex second)
    {
        var (one, other) = DiracGan.Eigenvalues(game);

        Assert.Equal((2 + (Step * (first + second))).Real, (one + other).Real, 1e-9);
        Assert.Equal(((1 + (Step * first)) * (1 + (Step * second))).Real, (one * other).Real, 1e-9);
    }
}
