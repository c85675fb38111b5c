using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Regularizers;

/// <summary>A term of the discriminator's loss.</summary>
public interface IDiscriminatorRegularizer : IRegularizer
{
    /// <summary>The inputs of the shared forward pass whose gradients this term differentiates. Default none.</summary>
    PassInputs DifferentiatedInputs => PassInputs.None;

    /// <summary>Whether this term reads the features of the pass. They then come from the pass's own scoring. Default no.</summary>
    bool NeedsFeatures => false;

    /// <summary>The weighted term, <c>[N]</c> or a scalar, of which the trainer takes the mean.</summary>
    Tensor ForDiscriminator(DiscriminatorPass pass);
}
