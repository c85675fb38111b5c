using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>What a discriminator says of samples, from one forward pass. The tensors carry their graph.</summary>
public sealed class DiscriminatorOutput
{
    /// <summary>
    /// One logit for each sample, <c>[N]</c>, high for "real"; a patch critic gives <c>[N, P]</c>. A logit, never a probability: apply <c>sigmoid</c> to
    /// look at one.
    /// </summary>
    public required Tensor Logits { get; init; }

    /// <summary>What else the model tells, <c>[N, A]</c>, without an activation: classes (ACGAN) or codes (InfoGAN). Null when it tells nothing else.</summary>
    public Tensor? Auxiliary { get; init; }

    /// <summary>
    /// Activations inside the model, each <c>[N, ...]</c>, from the first layer to the last; the last is what the last layer decides on. Empty when
    /// <see cref="DiscriminatorInput.WantsFeatures"/> is false, or when the model shows none.
    /// </summary>
    public IReadOnlyList<Tensor> Features { get; init; } = [];
}
