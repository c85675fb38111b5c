using Gan.Net.Losses;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>The usual loss and a number: another value, the same gradients.</summary>
internal sealed record OffsetLoss(double Offset) : IAdversarialLoss
{
    private readonly NonSaturatingLoss _usual = new();

    public bool GeneratorNeedsRealLogits => false;

    public Tensor ForDiscriminator(Tensor realLogits, Tensor fakeLogits) => _usual.ForDiscriminator(realLogits, fakeLogits).add(Offset);

    public Tensor ForGenerator(Tensor realLogits, Tensor fakeLogits) => _usual.ForGenerator(realLogits, fakeLogits).add(Offset);
}
