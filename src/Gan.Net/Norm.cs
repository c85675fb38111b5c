namespace Gan.Net;

/// <summary>What normalises a network.</summary>
public enum Norm
{
    /// <summary>Nothing. Critics with a gradient penalty need this: the penalty looks at each sample alone, and batch norm mixes samples.</summary>
    None,

    /// <summary>Batch norm.</summary>
    Batch,

    /// <summary>Spectral norm of every layer, the first and the last too (Miyato et al. 2018).</summary>
    Spectral,
}
