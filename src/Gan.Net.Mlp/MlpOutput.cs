namespace Gan.Net.Mlp;

/// <summary>What a generator ends with.</summary>
public enum MlpOutput
{
    /// <summary>The hyperbolic tangent, so that samples lie within the output's scale.</summary>
    Tanh,

    /// <summary>Nothing: samples may lie anywhere.</summary>
    Linear,
}
