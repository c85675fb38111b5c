using static TorchSharp.torch;

namespace Gan.Net.Features;

/// <summary>A feature extractor whose last layer names classes.</summary>
public interface IClassifier : IFeatureExtractor
{
    /// <summary>How many classes it knows.</summary>
    int Classes { get; }

    /// <summary>The classes' logits, without a graph.</summary>
    /// <param name="features"><c>[N, D]</c>, as <see cref="IFeatureExtractor.Extract"/> returned them.</param>
    /// <returns>Floats <c>[N, Classes]</c>, whose softmax is p(y|x). The caller owns them.</returns>
    Tensor Logits(Tensor features);
}
