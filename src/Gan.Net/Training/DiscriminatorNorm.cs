namespace Gan.Net.Training;

/// <summary>How a paper normalises its discriminator.</summary>
public enum DiscriminatorNorm
{
    /// <summary>Not at all; in particular without batch norm, which mixes the samples that a gradient penalty looks at one by one.</summary>
    None,

    /// <summary>Batch norm.</summary>
    Batch,

    /// <summary>Spectral norm of every layer.</summary>
    Spectral,
}
