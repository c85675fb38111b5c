using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>What one generator step computed: one forward pass, shared by the loss and everything added to it. The tensors belong to the step.</summary>
public sealed class GeneratorPass
{
    internal GeneratorPass(IGenerator generator, IDiscriminator discriminator, Tensor latents, Tensor fake, Tensor? labels, Tensor? real)
    {
        Generator = generator;
        Latents = latents;
        Fake = fake;
        Labels = labels;
        FakeLogits = discriminator.Score(fake, labels);
        RealLogits = real is null ? FakeLogits : discriminator.Score(real, labels);
    }

    /// <summary>The generator whose step this is.</summary>
    public IGenerator Generator { get; }

    /// <summary>The latents, <c>[N, size]</c>.</summary>
    public Tensor Latents { get; }

    /// <summary>Generated samples, <c>[N, ...sample]</c>, with their graph.</summary>
    public Tensor Fake { get; }

    /// <summary>The condition, or null.</summary>
    public Tensor? Labels { get; }

    /// <summary>Logits of <see cref="Fake"/>, <c>[N]</c> or <c>[N, P]</c>.</summary>
    public Tensor FakeLogits { get; }

    /// <summary>Logits of real samples when the loss needs them; otherwise the fake ones.</summary>
    public Tensor RealLogits { get; }
}
