using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Layers;

/// <summary>Runs a discriminator's layers and keeps what its last layer decides on.</summary>
public static class ShowingFeatures
{
    /// <summary>Runs the layers one after the other.</summary>
    /// <param name="layers">The layers, of which the last gives the logits.</param>
    /// <param name="input">What the first takes.</param>
    /// <returns>The logits <c>[N]</c>, flattened, and as the only feature the last layer's input.</returns>
    public static DiscriminatorOutput Of(Sequential layers, Tensor input)
    {
        ArgumentNullException.ThrowIfNull(layers);
        var all = layers.children().Cast<nn.Module<Tensor, Tensor>>().ToArray();
        var features = all.SkipLast(1).Aggregate(input, (values, layer) => layer.call(values));
        return new DiscriminatorOutput { Logits = all[^1].call(features).flatten(), Features = [features] };
    }
}
