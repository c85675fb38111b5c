namespace Gan.Net.Evaluation;

/// <summary>How one latent turns into another.</summary>
public enum LatentPath
{
    /// <summary>Along the straight line.</summary>
    Linear,

    /// <summary>Along the great circle (Shoemake 1985), for latents of N(0, I), whose lengths hardly differ: torch-fidelity's <c>slerp_any</c>.</summary>
    Spherical,

    /// <summary>Along the great circle of directions, each latent first scaled to length 1, as StyleGAN does in z: torch-fidelity's <c>slerp_unit</c>.</summary>
    UnitSpherical,
}
