using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// What one discriminator step computed: one forward pass, shared by the loss and everything added to it. The tensors belong to the
/// step.
/// </summary>
public sealed class DiscriminatorPass
{
    internal DiscriminatorPass(IDiscriminator discriminator, Tensor real, Tensor fake, Tensor? labels)
    {
        Discriminator = discriminator;
        Real = real;
        Fake = fake;
        Labels = labels;
        RealLogits = discriminator.Score(real, labels);
        FakeLogits = discriminator.Score(fake, labels);
    }

    /// <summary>The discriminator whose step this is.</summary>
    public IDiscriminator Discriminator { get; }

    /// <summary>Real samples, <c>[N, ...sample]</c>.</summary>
    public Tensor Real { get; }

    /// <summary>Generated samples of the same shape, without a graph through the generator.</summary>
    public Tensor Fake { get; }

    /// <summary>The condition of both, or null.</summary>
    public Tensor? Labels { get; }

    /// <summary>Logits of <see cref="Real"/>, <c>[N]</c> or <c>[N, P]</c>.</summary>
    public Tensor RealLogits { get; }

    /// <summary>Logits of <see cref="Fake"/>, <c>[N]</c> or <c>[N, P]</c>.</summary>
    public Tensor FakeLogits { get; }
}
