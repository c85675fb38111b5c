using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Regularizers;

/// <summary>A term of the discriminator's loss.</summary>
public interface IDiscriminatorRegularizer : IRegularizer
{
    /// <summary>The inputs of the shared forward pass whose gradients this term differentiates. Default none.</summary>
    PassInputs DifferentiatedInputs => PassInputs.None;

    /// <summary>The weighted term, <c>[N]</c> or a scalar, of which the trainer takes the mean.</summary>
    Tensor ForDiscriminator(DiscriminatorPass pass);
}
