namespace Gan.Net.Dcgan;

/// <summary>What normalises the feature maps of a discriminator.</summary>
public enum DcganNorm
{
    /// <summary>Nothing, as critics with a gradient penalty need: the penalty is taken for each sample alone.</summary>
    None,

    /// <summary>Batch normalisation, the paper's.</summary>
    Batch,

    /// <summary>Spectral norm of every layer, the first and the last too (Miyato et al. 2018).</summary>
    Spectral,
}
