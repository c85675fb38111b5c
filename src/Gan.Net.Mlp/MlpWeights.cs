namespace Gan.Net.Mlp;

/// <summary>Where initial weights come from.</summary>
public enum MlpWeights
{
    /// <summary>Weights and biases of U(-1/√in, 1/√in), PyTorch's default.</summary>
    Uniform,

    /// <summary>Weights of N(0, scale²), biases 0.</summary>
    Normal,

    /// <summary>Orthogonal weights times the scale (Saxe et al. 2014), biases 0.</summary>
    Orthogonal,
}
