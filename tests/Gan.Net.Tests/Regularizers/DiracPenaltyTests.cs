using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using Gan.Net.Training;

namespace Gan.Net.Tests.Regularizers;

/// <summary>
/// The Dirac-GAN with penalties through the real trainer, step size 0.2, both parameters starting at 1, generator first where the
/// players alternate. A wrong sign, factor or mean, or a penalty without its second derivative, leaves these trajectories.
/// </summary>
public sealed class DiracPenaltyTests
{
    // The game, rounds played, theta and psi after them, and how exactly the reference has them; what keeps a norm differentiable at zero moves WGAN-GP by some 1e-8.
    public static TheoryData<string, UpdateRule, int, double, double, double> Rows => new()
    {
        { "WGAN clipped", UpdateRule.Simultaneous, 1, .8, 1, 1e-12 },
        { "WGAN clipped", UpdateRule.Simultaneous, 10, -.92032, .608, 1e-9 },
        { "WGAN clipped", UpdateRule.Simultaneous, 100, .7872062824, .9996986211, 1e-9 },
        { "WGAN clipped", UpdateRule.Simultaneous, 500, -.06564078219, 1, 1e-9 },
        { "WGAN clipped", UpdateRule.Alternating, 1, .8, 1, 1e-12 },
        { "WGAN clipped", UpdateRule.Alternating, 10, -.846618112, .4542309376, 1e-9 },
        { "WGAN clipped", UpdateRule.Alternating, 100, -.1806470738, .9607113685, 1e-9 },
        { "WGAN clipped", UpdateRule.Alternating, 500, .9790762973, .3003815198, 1e-9 },
        { "WGAN-GP", UpdateRule.Simultaneous, 1, .8, 1.2, 1e-9 },
        { "WGAN-GP", UpdateRule.Simultaneous, 10, -1.340082666, .5388045562, 1e-9 },
        { "WGAN-GP", UpdateRule.Simultaneous, 100, .1803436408, 1.790220936, 1e-8 },
        { "WGAN-GP", UpdateRule.Simultaneous, 500, -.1808491943, -1.79269414, 1e-8 },
        { "WGAN-GP", UpdateRule.Alternating, 1, .8, 1.16, 1e-9 },
        { "WGAN-GP", UpdateRule.Alternating, 10, -1.102692572, .4456440549, 1e-9 },
        { "WGAN-GP", UpdateRule.Alternating, 100, .8636286869, 1.149784223, 5e-8 },
        { "WGAN-GP", UpdateRule.Alternating, 500, -.132559473, 1.213849951, 5e-8 },
        { "GAN+R 0.3", UpdateRule.Simultaneous, 1, .9462117157, .9937882843, 1e-9 },
        { "GAN+R 0.3", UpdateRule.Simultaneous, 10, .3649321983, .8915369678, 1e-9 },
        { "GAN+R 0.3", UpdateRule.Simultaneous, 100, -.07962522251, -.05881094843, 1e-9 },
        { "GAN+R 0.3", UpdateRule.Simultaneous, 500, 1.1103e-6, -2.3981e-6, 1e-10 },
        { "GAN+R 0.3", UpdateRule.Alternating, 1, .9462117157, .992921113, 1e-9 },
        { "GAN+R 0.3", UpdateRule.Alternating, 10, .3682738536, .871809691, 1e-9 },
        { "GAN+R 0.3", UpdateRule.Alternating, 100, -.05059947336, -.03407648206, 1e-9 },
        { "GAN+R 0.3", UpdateRule.Alternating, 500, -5.167e-8, -2.2421e-7, 1e-11 },
        { "GAN+R 1", UpdateRule.Simultaneous, 1, .9462117157, .8537882843, 1e-9 },
        { "GAN+R 1", UpdateRule.Simultaneous, 10, .5593248944, .3610389266, 1e-9 },
        { "GAN+R 1", UpdateRule.Simultaneous, 100, 2.8002e-4, 2.5559e-4, 1e-8 },
        { "GAN+R 1", UpdateRule.Simultaneous, 500, 6.80e-22, 6.68e-22, 1e-24 },
        { "NSGAN+R 0.3", UpdateRule.Simultaneous, 1, .8537882843, .9937882843, 1e-9 },
        { "NSGAN+R 0.3", UpdateRule.Simultaneous, 10, -.1217610069, .7369438187, 1e-9 },
        { "NSGAN+R 0.3", UpdateRule.Simultaneous, 100, -.03155145081, -.06981036729, 1e-9 },
        { "NSGAN+R 0.3", UpdateRule.Simultaneous, 500, 2.1474e-6, -5.306e-7, 1e-10 },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fit_DiracGameWithAPenalty_FollowsThePublishedTrajectory(
        string game, UpdateRule update, int rounds, double theta, double psi, double tolerance)
    {
        foreach (var options in Options(game))
        {
            var end = DiracGan.Play(options with { Update = update }, rounds);

            Assert.Equal(theta, end.Theta, tolerance);
            Assert.Equal(psi, end.Psi, tolerance);
        }
    }

    // The published field of WGAN-GP pulls psi by .7 (|psi| - 1): the gradient of .35 (|psi| - 1)². On these data R1 and R2 are one.
    private static GanTrainerOptions[] Options(string game)
    {
        var (name, gamma) = game.Split(' ') is [var left, var right] && right != "clipped" ? (left, double.Parse(right)) : (game, 0);
        var options = new GanTrainerOptions { Loss = name == "NSGAN+R" ? new NonSaturatingLoss() : name == "GAN+R" ? new MinimaxLoss() : new WassersteinLoss() };
        return name switch
        {
            "WGAN clipped" => [options with { AfterDiscriminatorStep = [new WeightClipping { Bound = 1 }] }],
            "WGAN-GP" => [options with { Regularizers = [new WganGpPenalty { Weight = .35 }] }],
            _ => [options with { Regularizers = [new R1Penalty { Gamma = gamma }] }, options with { Regularizers = [new R2Penalty { Gamma = gamma }] }],
        };
    }
}
