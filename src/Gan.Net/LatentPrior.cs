namespace Gan.Net;

/// <summary>The distribution latents are drawn from.</summary>
public enum LatentPrior
{
    /// <summary>Each coordinate from N(0, 1).</summary>
    Normal,

    /// <summary>Each coordinate from U(-1, 1), as in the original GAN and DCGAN papers.</summary>
    Uniform,
}
