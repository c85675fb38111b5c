using Gan.Net.Losses;
using static TorchSharp.torch;

namespace Gan.Net.Testing.Doubles;

/// <summary>A game in which nobody has anything to win: all gradients come from what is added to it.</summary>
internal sealed record StillLoss : IAdversarialLoss
{
    public bool GeneratorNeedsRealLogits => false;

    public Tensor ForDiscriminator(Tensor realLogits, Tensor fakeLogits) => realLogits.add(fakeLogits).mul(0);

    public Tensor ForGenerator(Tensor realLogits, Tensor fakeLogits) => fakeLogits.mul(0);
}
