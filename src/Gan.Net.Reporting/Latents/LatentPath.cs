namespace Gan.Net.Reporting;

/// <summary>How one latent becomes another.</summary>
public enum LatentPath
{
    /// <summary>
    /// Along the straight line. For latents of N(0, 1) in many dimensions its middle is shorter than any latent the generator has seen.
    /// </summary>
    Linear,

    /// <summary>
    /// Along the arc between their directions, the length changing evenly (slerp, Shoemake 1985; for GANs White 2016): stays where N(0, 1)
    /// has its mass.
    /// </summary>
    Spherical,
}
