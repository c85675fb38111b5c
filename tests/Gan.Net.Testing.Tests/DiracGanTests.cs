using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Training;

namespace Gan.Net.Testing.Tests;

public sealed class DiracGanTests
{
    private static readonly GanTrainerOptions _game = new() { Loss = new MinimaxLoss() };

    [Fact]
    public void Play_FromTheUsualStart_IsTheLiteraturesFirstStep()
    {
        var end = DiracGan.Play(_game, 1);

        Assert.Equal(.9462117157, end.Theta, 1e-9);
        Assert.Equal(1.052921113, end.Psi, 1e-9);
        Assert.Equal(Math.Sqrt((end.Theta * end.Theta) + (end.Psi * end.Psi)), end.Radius, 1e-12);
    }

    [Fact]
    public void Play_FromAnotherStartAndStep_BeginsThere()
    {
        var end = DiracGan.Play(_game with { Update = UpdateRule.Simultaneous }, 1, new DiracSettings { Start = new DiracPoint { Theta = 0, Psi = 2 }, StepSize = .1 });

        Assert.Equal(new DiracPoint { Theta = -.1, Psi = 2 }, end with { Theta = Math.Round(end.Theta, 12) });
    }

    [Fact]
    public void Eigenvalues_NoPenalty_LieOnTheUnitCircleUpperOneFirst()
    {
        var (first, second) = DiracGan.Eigenvalues(_game);

        Assert.Equal(1, first.Magnitude, 1e-9);
        Assert.True(first.Imaginary > 0);
        Assert.Equal(-first.Imaginary, second.Imaginary, 1e-12);
    }

    [Fact]
    public void Eigenvalues_R1_ContractLargerFirst()
    {
        var (first, second) = DiracGan.Eigenvalues(_game with { Regularizers = [new R1Penalty { Gamma = 1 }] });

        Assert.Equal(.927015621187, first.Magnitude, 1e-9);
        Assert.Equal(.862984378813, second.Magnitude, 1e-9);
    }

    [Fact]
    public void Play_NoRounds_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>("rounds", () => DiracGan.Play(_game, 0));
}
