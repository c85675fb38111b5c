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

    /// <summary>What the model is told beside the samples. Default <see cref="ConditionSpace.None"/>.</summary>
    ConditionSpace Condition => ConditionSpace.None;

    /// <summary>
    /// Numbers that the last layer decides on, F: the size of one sample in the last of <see cref="DiscriminatorOutput.Features"/>. Default 0: the model
    /// shows no features.
    /// </summary>
    long FeatureCount => 0;

    /// <summary>Numbers that <see cref="DiscriminatorOutput.Auxiliary"/> tells of each sample, A. Default 0: the model tells nothing beside its logits.</summary>
    long AuxiliaryCount => 0;

    /// <summary>
    /// Samples judged together by one logit, at least 1: with m of them <see cref="Score"/> returns N / m logits, for samples next to each
    /// other in the batch. Default 1.
    /// </summary>
    int SamplesPerLogit => 1;

    /// <summary>
    /// Whether a logit depends on its own samples alone, and scoring changes nothing and draws nothing: no batch statistics, no dropout, no spectral norm.
    /// Real and generated samples are then scored in one call, which gives the same logits and is faster. Default false.
    /// </summary>
    bool ScoresSamplesAlone => false;

    /// <summary>Scores samples.</summary>
    /// <param name="input">The samples and what the model may need beside them.</param>
    /// <exception cref="ArgumentException">A condition was given to an unconditional model, or is missing from a conditional one.</exception>
    DiscriminatorOutput Score(DiscriminatorInput input);
}
