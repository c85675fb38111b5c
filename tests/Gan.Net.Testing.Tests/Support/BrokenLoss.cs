using Gan.Net.Losses;
using static TorchSharp.torch;

namespace Gan.Net.Testing.Tests.Support;

/// <summary>The non-saturating loss, of which a test may replace one part by a wrong one.</summary>
internal sealed record BrokenLoss : IAdversarialLoss
{
    public bool GeneratorNeedsRealLogits { get; init; }

    public Func<Tensor, Tensor, Tensor> Discriminator { get; init; } = (real, fake) => real.neg().softplus().add(fake.softplus());

    public Func<Tensor, Tensor, Tensor> Generator { get; init; } = (_, fake) => fake.neg().softplus();

    public bool IsZeroSum { get; init; }

    public Tensor ForDiscriminator(Tensor realLogits, Tensor fakeLogits) => Discriminator(realLogits, fakeLogits);

    public Tensor ForGenerator(Tensor realLogits, Tensor fakeLogits) => Generator(realLogits, fakeLogits);
}
