namespace Gan.Net.Data;

/// <summary>
/// A ring of modes, the usual first test for mode collapse. Papers differ in size and width: a preset is named after the one it is
/// taken from. Mode i stands at the angle 2πi / <see cref="Modes"/>. Immutable.
/// </summary>
public sealed record RingOptions
{
    /// <summary>PacGAN's (Lin et al. 2018, code): 8 modes at radius 1, deviation 0.01. There 100,000 fixed samples train it (<see cref="PointSource.CreateSet"/>).</summary>
    public static RingOptions PacGan { get; } = new();

    /// <summary>WGAN-GP's toy (Gulrajani et al. 2017, code): 8 modes at radius 2, deviation 0.02, all divided by 1.414.</summary>
    public static RingOptions WganGpToy { get; } = new() { Radius = 2 / 1.414, StandardDeviation = 0.02 / 1.414 };

    /// <summary>
    /// The unrolled GAN paper's (Metz et al. 2017): 8 modes at radius 2, deviation 0.02. Its notebook has radius 1 and deviation 0.01,
    /// and by mistake only 7 distinct modes, the first one twice.
    /// </summary>
    public static RingOptions Unrolled { get; } = new() { Radius = 2, StandardDeviation = 0.02 };

    /// <summary>D2GAN's (Nguyen et al. 2017): 8 modes at radius 2, covariance 0.02 times the identity, so deviation 0.141.</summary>
    public static RingOptions D2Gan { get; } = new() { Radius = 2, StandardDeviation = Math.Sqrt(0.02) };

    /// <summary>How many modes, at least 1. Default 8.</summary>
    public int Modes { get; init; } = 8;

    /// <summary>The ring's radius, positive. Default 1.</summary>
    public double Radius { get; init; } = 1;

    /// <summary>The deviation around each mode along each axis, not negative. Default 0.01.</summary>
    public double StandardDeviation { get; init; } = 0.01;

    internal RingOptions Checked()
    {
        new OptionProblems(nameof(RingOptions))
            .AtLeast(Modes, 1)
            .Positive(Radius)
            .Require(double.IsFinite(StandardDeviation) && StandardDeviation >= 0, "must be 0 or more", StandardDeviation)
            .ThrowIfAny();
        return this;
    }
}
