using System.Numerics;
using Gan.Net.Training;
using TorchSharp;

namespace Gan.Net.Testing;

/// <summary>
/// The Dirac-GAN (Mescheder et al. 2018, section 2), the smallest game with a known answer: every real sample is zero, the generator is
/// one number θ, the discriminator scores x with ψ·x. It is played by the real trainer with plain gradient steps, generator first
/// where the players alternate, so a wrong sign, factor, mean or order in a loss or penalty, or a second derivative that is missing,
/// shows in its trajectory and in its eigenvalues at the equilibrium (0, 0). Thread-safe.
/// </summary>
/// <remarks>
/// Signs are the literature's, where the discriminator raises what it calls the score of the generated sample: our logit is -ψ·x.
/// </remarks>
public static class DiracGan
{
    /// <summary>Plays rounds.</summary>
    /// <param name="options">Loss, penalties, update rule and what else belongs to the game. Optimizers, order and precision are set here.</param>
    /// <param name="rounds">How long, at least 1.</param>
    /// <param name="settings">Start, step and batch size; null for the literature's.</param>
    /// <returns>Where they end.</returns>
    public static DiracPoint Play(GanTrainerOptions options, int rounds, DiracSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        settings ??= new DiracSettings();
        using var generator = new DiracGenerator(settings.Start.Theta);
        using var discriminator = new DiracDiscriminator(settings.Start.Psi);
        using var source = new DiracSource { BatchSize = settings.BatchSize };
        using var trainer = new GanTrainer(generator, discriminator, options with
        {
            Order = PlayerOrder.GeneratorFirst,
            GeneratorOptimizer = new SgdSettings { LearningRate = settings.StepSize },
            DiscriminatorOptimizer = new SgdSettings { LearningRate = settings.StepSize },
        });
        trainer.Fit(source, TrainingLength.Rounds(rounds));
        return new DiracPoint { Theta = generator.Theta, Psi = discriminator.Psi };
    }

    /// <summary>
    /// The eigenvalues of one round at the equilibrium, by central differences: within the unit circle the game converges, on it it cycles,
    /// outside it diverges. Meant for games that are smooth there.
    /// </summary>
    /// <param name="options">As for <see cref="Play"/>.</param>
    /// <param name="settings">Step and batch size; null for the literature's. The start is not looked at.</param>
    /// <param name="distance">How far from the equilibrium the differences are taken. Default 1e-5.</param>
    /// <returns>Both; the one of larger modulus first, of a complex pair the one above the axis.</returns>
    public static (Complex First, Complex Second) Eigenvalues(GanTrainerOptions options, DiracSettings? settings = null, double distance = 1e-5)
    {
        var (theta, psi) = (Column(new DiracPoint { Theta = distance }), Column(new DiracPoint { Psi = distance }));
        var half = (theta.Theta + psi.Psi) / 2;
        var determinant = (theta.Theta * psi.Psi) - (theta.Psi * psi.Theta);
        var root = Complex.Sqrt((half * half) - determinant);
        return half < 0 ? (half - root, half + root) : (half + root, half - root);

        DiracPoint Column(DiracPoint from)
        {
            var common = settings ?? new DiracSettings();
            var above = Play(options, 1, common with { Start = from });
            var below = Play(options, 1, common with { Start = new DiracPoint { Theta = -from.Theta, Psi = -from.Psi } });
            return new DiracPoint { Theta = (above.Theta - below.Theta) / (2 * distance), Psi = (above.Psi - below.Psi) / (2 * distance) };
        }
    }
}
