using System.Numerics;
using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using Gan.Net.Training;

namespace Gan.Net.Tests.Regularizers;

/// <summary>
/// What one round of the Dirac-GAN does near the equilibrium, as the two eigenvalues of its Jacobian, measured on the real trainer by central
/// differences and compared with the theory (Mescheder et al. 2018).
/// </summary>
public sealed class DiracEigenvalueTests
{
    private const double Step = 1e-5;

    // Step size, penalty (0 for none), modulus of both eigenvalues, which are a complex pair or one number twice.
    [Theory]
    [InlineData(UpdateRule.Simultaneous, .2, 0, 1.004987562112)]
    [InlineData(UpdateRule.Alternating, .2, 0, 1)]
    [InlineData(UpdateRule.Simultaneous, .2, .3, .974679434481)]
    [InlineData(UpdateRule.Simultaneous, .2, 1, .9)]
    [InlineData(UpdateRule.Alternating, .2, .3, .969535971483)]
    public void Fit_NearTheEquilibrium_ContractsByTheTheorysModulus(UpdateRule update, double step, double gamma, double modulus)
    {
        var (trace, determinant) = Jacobian(update, step, gamma);

        Assert.Equal(modulus, Math.Sqrt(determinant), 1e-9);
        Assert.True(trace * trace <= (4 * determinant) + 1e-9, $"The eigenvalues are real and apart: trace {trace}, determinant {determinant}.");
    }

    [Theory]
    [InlineData(UpdateRule.Simultaneous, .2, 1, .9, .9)]
    [InlineData(UpdateRule.Alternating, .2, 1, .927015621187, .862984378813)]
    [InlineData(UpdateRule.Alternating, 4.1, 0, -.64, -1.5625)]
    public void Fit_NearTheEquilibrium_HasTheTheorysRealEigenvalues(UpdateRule update, double step, double gamma, double first, double second)
    {
        var (trace, determinant) = Jacobian(update, step, gamma);

        Assert.Equal(first + second, trace, 1e-9);
        Assert.Equal(first * second, determinant, 1e-9);
    }

    // λ = 1 + h μ with the continuous eigenvalues μ = -γ/2 ± √(γ²/4 - 1/4): below γ = 1 it turns, above it does not.
    [Theory]
    [InlineData(.3)]
    [InlineData(1)]
    [InlineData(2)]
    public void Fit_R1_HasTheFlowsEigenvalues(double gamma)
    {
        const double StepSize = .2;
        var (trace, determinant) = Jacobian(UpdateRule.Simultaneous, StepSize, gamma);
        var root = Complex.Sqrt((gamma * gamma / 4) - .25);
        var (first, second) = (1 + (StepSize * ((-gamma / 2) + root)), 1 + (StepSize * ((-gamma / 2) - root)));

        Assert.Equal((first + second).Real, trace, 1e-9);
        Assert.Equal((first * second).Real, determinant, 1e-9);
    }

    [Fact]
    public void Fit_NoPenaltyAlternating_CyclesForEver()
    {
        var options = new GanTrainerOptions { Loss = new MinimaxLoss() };
        foreach (var rounds in new[] { 100, 500, 1000 })
        {
            var (theta, psi) = DiracGame.Play(options, (1, 1), rounds);
            Assert.InRange(Math.Sqrt((theta * theta) + (psi * psi)), 1.3, 1.55);
        }
    }

    private static (double Trace, double Determinant) Jacobian(UpdateRule update, double step, double gamma)
    {
        var options = new GanTrainerOptions { Loss = new MinimaxLoss(), Update = update, Regularizers = gamma > 0 ? [new R1Penalty { Gamma = gamma }] : [] };
        var (theta, psi) = (Column((Step, 0)), Column((0, Step)));
        return (theta.Theta + psi.Psi, (theta.Theta * psi.Psi) - (theta.Psi * psi.Theta));

        (double Theta, double Psi) Column((double Theta, double Psi) start)
        {
            var above = DiracGame.Play(options, start, 1, step);
            var below = DiracGame.Play(options, (-start.Theta, -start.Psi), 1, step);
            return ((above.Theta - below.Theta) / (2 * Step), (above.Psi - below.Psi) / (2 * Step));
        }
    }
}
