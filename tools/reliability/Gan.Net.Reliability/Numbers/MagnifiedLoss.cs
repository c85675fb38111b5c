using Gan.Net.Losses;
using static TorchSharp.torch;

namespace Gan.Net.Reliability.Numbers;

/// <summary>The usual loss times a number, and its gradients too.</summary>
internal sealed record MagnifiedLoss(double Factor) : IAdversarialLoss
{
    private readonly NonSaturatingLoss _usual = new();

    public bool GeneratorNeedsRealLogits => false;

    public Tensor ForDiscriminator(Tensor realLogits, Tensor fakeLogits) => _usual.ForDiscriminator(realLogits, fakeLogits).mul(Factor);

    public Tensor ForGenerator(Tensor realLogits, Tensor fakeLogits) => _usual.ForGenerator(realLogits, fakeLogits).mul(Factor);
}
