using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>A discriminator that shows what its last layer decides on: for feature matching, and for heads of other kinds.</summary>
public interface IFeatureDiscriminator : IDiscriminator
{
    /// <summary>The number of features, F.</summary>
    long FeatureCount { get; }

    /// <summary>The activations before the last layer, <c>[N, F]</c>, with their graph.</summary>
    /// <param name="samples">The samples, <c>[N, ...sample]</c>, on the module's device.</param>
    /// <param name="condition">As <see cref="IDiscriminator.Score"/> takes it.</param>
    Tensor Features(Tensor samples, Tensor? condition = null);

    /// <summary>What the last layer makes of features: the logits <see cref="IDiscriminator.Score"/> gives their samples.</summary>
    /// <param name="features">As of <see cref="Features"/>, <c>[N, F]</c>.</param>
    Tensor ScoreFeatures(Tensor features);
}
