namespace Gan.Net.Mlp;

/// <summary>What normalises a network.</summary>
public enum MlpNorm
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Batch norm after each hidden layer, which then has no bias.</summary>
    Batch,

    /// <summary>Spectral norm of every layer.</summary>
    Spectral,
}
