using Gan.Net.Losses;
using Gan.Net.Training;

namespace Gan.Net.Tests.Training;

/// <summary>
/// The Dirac-GAN through the real trainer: data at zero, one parameter on each side, step size 0.2, both starting at 1. A wrong
/// sign, order or factor anywhere in loss, trainer or optimizer leaves these published trajectories.
/// </summary>
public sealed class DiracGanTests
{
    private const double Tolerance = 1e-9;

    public static TheoryData<string, UpdateRule, int, double, double> Rows => new()
    {
        { "minimax", UpdateRule.Simultaneous, 1, .9462117157, 1.053788284 },
        { "minimax", UpdateRule.Simultaneous, 10, .2570533744, 1.417682168 },
        { "minimax", UpdateRule.Simultaneous, 100, .1881074118, 1.953588571 },
        { "minimax", UpdateRule.Simultaneous, 500, -2.161611282, -2.217775397 },
        { "minimax", UpdateRule.Alternating, 1, .9462117157, 1.052921113 },
        { "minimax", UpdateRule.Alternating, 10, .2596009529, 1.394623086 },
        { "minimax", UpdateRule.Alternating, 100, -1.269906066, -.5976902053 },
        { "minimax", UpdateRule.Alternating, 500, .6868336612, 1.244007294 },
        { "non-saturating", UpdateRule.Simultaneous, 1, .8537882843, 1.053788284 },
        { "non-saturating", UpdateRule.Simultaneous, 10, -.3582619623, 1.202800508 },
        { "non-saturating", UpdateRule.Simultaneous, 100, -.1213514493, -.7314736026 },
        { "non-saturating", UpdateRule.Simultaneous, 500, .548337319, .3304410558 },
        { "non-saturating", UpdateRule.Alternating, 1, .8537882843, 1.050994859 },
        { "non-saturating", UpdateRule.Alternating, 10, -.3341714688, 1.120727178 },
        { "non-saturating", UpdateRule.Alternating, 100, -.0540042824, -.5730092464 },
        { "non-saturating", UpdateRule.Alternating, 500, .204888492, .1965533328 },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fit_DiracGame_FollowsThePublishedTrajectory(string loss, UpdateRule update, int rounds, double theta, double psi)
    {
        foreach (var played in Losses(loss))
        {
            var end = DiracGan.Play(new GanTrainerOptions { Loss = played, Update = update }, rounds);

            Assert.Equal(theta, end.Theta, Tolerance);
            Assert.Equal(psi, end.Psi, Tolerance);
        }
    }

    // Where every real sample is zero, its logit is too, and relativistic pairing is the non-saturating game.
    private static IAdversarialLoss[] Losses(string name) => name == "minimax" ? [new MinimaxLoss()] : [new NonSaturatingLoss(), new RelativisticPairingLoss()];
}
