using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Features;

/// <summary>The samples themselves as features: for points and vectors, or pixels as they are. Holds nothing.</summary>
public sealed class IdentityFeatures : IFeatureExtractor
{
    /// <summary>"identity".</summary>
    public string Name => "identity";

    /// <summary>The samples, flattened.</summary>
    /// <param name="samples">Floats <c>[N, ...sample]</c>, or bytes, which become floats from -1 to 1.</param>
    /// <returns>Floats <c>[N, D]</c> of the samples' type on their device. The caller owns them.</returns>
    public Tensor Extract(Tensor samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var floats = samples.dtype == ScalarType.Byte ? ByteSamples.ToFloats(samples) : samples.detach().clone();
        return scope.MoveToOuter(floats.flatten(1));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
