using Gan.Net.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.Mlp;

/// <summary>The stack both networks share: linear layers with an activation between them.</summary>
internal static class MlpLayers
{
    public static List<Module<Tensor, Tensor>> Stack(long inputs, IReadOnlyList<int> hidden, long outputs, double slope, Generator random)
    {
        var layers = new List<Module<Tensor, Tensor>>();
        foreach (var width in hidden)
        {
            layers.Add(Initialised(inputs, width, random));
            layers.Add(slope == 0 ? ReLU(inplace: true) : LeakyReLU(slope, inplace: true));
            inputs = width;
        }

        layers.Add(Initialised(inputs, outputs, random));
        return layers;
    }

    /// <summary>What joins a class to the input, or null without classes.</summary>
    public static LabelConcatenation? Labels(MlpOptions options, Generator random) =>
        options.Classes == 0 ? null : new LabelConcatenation(options.Classes, [options.LabelSize], random);

    /// <summary>Numbers that the labels add to the input.</summary>
    public static long LabelSize(MlpOptions options) => options.Classes == 0 ? 0 : options.LabelSize;

    private static Linear Initialised(long inputs, long outputs, Generator random)
    {
        var layer = Linear(inputs, outputs);
        InitialWeights.Uniform(layer, random);
        return layer;
    }
}
