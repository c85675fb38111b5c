using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>
/// The discriminator D: scores samples. The implementer owns its module; disposing the discriminator disposes it.
/// Not thread-safe.
/// </summary>
public interface IDiscriminator : IDisposable
{
    /// <summary>The module that holds the parameters, for optimizers, devices and state dictionaries.</summary>
    nn.Module Module { get; }

    /// <summary>Classes that a condition names by the labels 0 to Classes - 1, or 0: the model takes no labels. Default 0.</summary>
    int Classes => 0;

    /// <summary>
    /// Scores samples <c>[N, ...sample]</c> with logits <c>[N]</c>, high for "real"; a patch critic gives <c>[N, P]</c>. A logit, never a
    /// probability: apply <c>sigmoid</c> to look at one.
    /// </summary>
    /// <param name="samples">The samples, on the module's device.</param>
    /// <param name="condition">Class labels <c>[N]</c> (int64) or an image, for conditional models; null otherwise.</param>
    /// <exception cref="ArgumentException">A condition was given to an unconditional model, or is missing from a conditional one.</exception>
    Tensor Score(Tensor samples, Tensor? condition = null);

    /// <summary>
    /// Samples judged together by one logit, at least 1: with m of them <see cref="Score"/> returns <c>[N / m]</c>, for samples next to each
    /// other in the batch. Default 1.
    /// </summary>
    int SamplesPerLogit => 1;

    /// <summary>
    /// Whether a logit depends on its own samples alone, and scoring changes nothing: no batch statistics, no dropout, no spectral norm.
    /// Real and generated samples are then scored in one call, which gives the same logits and is faster. Default false.
    /// </summary>
    bool ScoresSamplesAlone => false;
}
