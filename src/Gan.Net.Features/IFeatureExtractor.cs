using static TorchSharp.torch;

namespace Gan.Net.Features;

/// <summary>Turns samples into the vectors that metrics compare.</summary>
public interface IFeatureExtractor : IDisposable
{
    /// <summary>What the features are, for the names of results: different features never share a name.</summary>
    string Name { get; }

    /// <summary>The features of samples, without a graph.</summary>
    /// <param name="samples"><c>[N, ...sample]</c>, pictures in [-1, 1] as models make them or bytes, on any device.</param>
    /// <returns>Floats <c>[N, D]</c>. The caller owns them.</returns>
    /// <exception cref="ArgumentException">The samples have a shape that this extractor does not take.</exception>
    Tensor Extract(Tensor samples);
}
