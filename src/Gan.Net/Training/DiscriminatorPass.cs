using Gan.Net.Regularizers;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// What one discriminator step computed: one forward pass, shared by the loss and everything added to it. The tensors belong to the
/// step.
/// </summary>
public sealed class DiscriminatorPass
{
    private readonly Generator _random;

    internal DiscriminatorPass(IDiscriminator discriminator, Batch real, Tensor fake, Generator random, PassInputs differentiated)
    {
        _random = random;
        Discriminator = discriminator;
        Real = Prepare(real.Samples, differentiated.HasFlag(PassInputs.Real));
        Fake = Prepare(fake, differentiated.HasFlag(PassInputs.Fake));
        Labels = null;
        RealLogits = discriminator.Score(Real, Labels);
        FakeLogits = discriminator.Score(Fake, Labels);
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

    /// <summary>A number of U(0, 1) for each sample, shaped <c>[N, 1, ...]</c> to multiply samples with.</summary>
    public Tensor UniformPerSample()
    {
        var shape = new long[Real.ndim];
        Array.Fill(shape, 1);
        shape[0] = Real.shape[0];
        return rand(shape, dtype: Real.dtype, generator: _random).to(Real.device);
    }

    private static Tensor Prepare(Tensor samples, bool differentiated) => differentiated ? samples.detach().requires_grad_() : samples;
}
