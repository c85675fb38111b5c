using Gan.Net.Regularizers;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Testing.Tests.Support;

/// <summary>A penalty of the discriminator whose term a test brings along; R1's by default.</summary>
internal sealed record BrokenPenalty : IDiscriminatorRegularizer
{
    public Func<DiscriminatorPass, Tensor> Term { get; init; } = pass => InputGradients.SquaredNorms(pass.RealLogits, pass.Real);

    public PassInputs DifferentiatedInputs => PassInputs.Real;

    public Tensor ForDiscriminator(DiscriminatorPass pass) => Term(pass);
}
