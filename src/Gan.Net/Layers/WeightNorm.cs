namespace Gan.Net.Layers;

/// <summary>What normalises the weights inside a layer.</summary>
public enum WeightNorm
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary><see cref="SpectralNorm"/>.</summary>
    Spectral,
}
