using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>
/// A discriminator that tells more of a sample than whether it is real: which class it takes it for (ACGAN), or which code made it
/// (InfoGAN). Regularizers find what it tells in the pass.
/// </summary>
public interface IAuxiliaryDiscriminator : IDiscriminator
{
    /// <summary>Scores samples and tells the rest, in one forward pass.</summary>
    /// <param name="samples">The samples, <c>[N, ...sample]</c>, on the module's device.</param>
    /// <param name="condition">As <see cref="IDiscriminator.Score"/> takes it.</param>
    /// <returns>Logits as of <see cref="IDiscriminator.Score"/>, and what else is told, <c>[N, A]</c>, without an activation.</returns>
    (Tensor Logits, Tensor Auxiliary) ScoreAll(Tensor samples, Tensor? condition = null);
}
