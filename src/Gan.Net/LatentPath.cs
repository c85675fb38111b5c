namespace Gan.Net;

/// <summary>The path from one latent to another. <see cref="LatentPaths"/> computes the latents on it.</summary>
public enum LatentPath
{
    /// <summary>
    /// The straight line. For latents of N(0, I) in many dimensions its middle is shorter than any latent the generator has seen.
    /// </summary>
    Linear,

    /// <summary>
    /// The great circle (slerp, Shoemake 1985; for GANs White 2016). It stays where N(0, I) has its mass: its latents hardly differ in length.
    /// torch-fidelity's <c>slerp_any</c>.
    /// </summary>
    Spherical,

    /// <summary>
    /// The great circle of directions: each latent is first scaled to length 1, as StyleGAN does in z. torch-fidelity's <c>slerp_unit</c>.
    /// </summary>
    UnitSpherical,
}
