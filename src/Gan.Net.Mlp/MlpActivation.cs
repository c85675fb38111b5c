namespace Gan.Net.Mlp;

/// <summary>What stands between the linear layers of a network.</summary>
public enum MlpActivation
{
    /// <summary>LeakyReLU with the network's slope; ReLU where that is 0.</summary>
    LeakyRelu,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>The largest of <see cref="MlpOptions.MaxoutPieces"/> linear layers (Goodfellow et al. 2013), which takes the place of one.</summary>
    Maxout,
}
