using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>A discriminator that shows what its last layer decides on, for feature matching.</summary>
public interface IFeatureDiscriminator : IDiscriminator
{
    /// <summary>The activations before the last layer, <c>[N, F]</c>, with their graph.</summary>
    /// <param name="samples">The samples, <c>[N, ...sample]</c>, on the module's device.</param>
    /// <param name="condition">As <see cref="IDiscriminator.Score"/> takes it.</param>
    Tensor Features(Tensor samples, Tensor? condition = null);
}
