using Gan.Net.Losses;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>A loss of which both sides read both logits, as relativistic losses do.</summary>
internal sealed record PairedLoss : IAdversarialLoss
{
    public bool GeneratorNeedsRealLogits => true;

    public Tensor ForDiscriminator(Tensor realLogits, Tensor fakeLogits) => fakeLogits.sub(realLogits).softplus();

    public Tensor ForGenerator(Tensor realLogits, Tensor fakeLogits) => realLogits.sub(fakeLogits).softplus();
}
