using static TorchSharp.torch;

namespace Gan.Net.Losses;

/// <summary>A loss that draws random numbers in the discriminator's turn. The trainer lends its own generator.</summary>
public interface IRandomizedLoss : IAdversarialLoss
{
    /// <summary>The discriminator's terms <c>[N]</c>, as <see cref="IAdversarialLoss.ForDiscriminator"/> but with chance.</summary>
    /// <param name="realLogits">Logits of real samples.</param>
    /// <param name="fakeLogits">Logits of generated samples, of the same shape.</param>
    /// <param name="random">Where the chance comes from; a CPU generator.</param>
    Tensor ForDiscriminator(Tensor realLogits, Tensor fakeLogits, Generator random);
}
