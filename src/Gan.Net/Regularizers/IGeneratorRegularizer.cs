using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Regularizers;

/// <summary>A term of the generator's loss.</summary>
public interface IGeneratorRegularizer : IRegularizer
{
    /// <summary>Whether this term reads <see cref="GeneratorPass.Real"/>. Default no.</summary>
    bool NeedsReal => false;

    /// <summary>Whether this term reads the features of the pass. They then come from the pass's own scoring. Default no.</summary>
    bool NeedsFeatures => false;

    /// <summary>The weighted term, <c>[N]</c> or a scalar, of which the trainer takes the mean.</summary>
    Tensor ForGenerator(GeneratorPass pass);
}
