using Gan.Net.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.Mlp;

/// <summary>The stack both networks share: linear layers with an activation between them.</summary>
internal static class MlpLayers
{
    /// <summary>The generator's layers, from latents to numbers of a sample.</summary>
    public static List<Module<Tensor, Tensor>> OfGenerator(MlpOptions options, long inputs, long outputs, Generator random) =>
        Stack(inputs, options.GeneratorWidths, outputs, (options.GeneratorActivation, options.GeneratorSlope, options.GeneratorNorm), options, random);

    /// <summary>The discriminator's layers, from numbers of a sample to one logit.</summary>
    public static List<Module<Tensor, Tensor>> OfDiscriminator(MlpOptions options, long inputs, Generator random) =>
        Stack(inputs, options.DiscriminatorWidths, 1, (options.DiscriminatorActivation, options.DiscriminatorSlope, options.DiscriminatorNorm), options, random);

    /// <summary>What joins a class to the input, or null without classes.</summary>
    public static LabelConcatenation? Labels(MlpOptions options, Generator random) =>
        options.Classes == 0 ? null : new LabelConcatenation(options.Classes, [options.LabelSize], random);

    /// <summary>Numbers that the labels add to the input.</summary>
    public static long LabelSize(MlpOptions options) => options.Classes == 0 ? 0 : options.LabelSize;

    private static List<Module<Tensor, Tensor>> Stack(
        long inputs, IReadOnlyList<int> hidden, long outputs, (MlpActivation Activation, double Slope, Norm Norm) kind, MlpOptions options, Generator random)
    {
        var layers = new List<Module<Tensor, Tensor>>();
        foreach (var width in hidden)
        {
            layers.AddRange(Hidden(inputs, width, kind, options, random));
            inputs = width;
        }

        layers.Add(Weighted(inputs, outputs, hasBias: true, kind.Norm, options, random));
        return layers;
    }

    private static IEnumerable<Module<Tensor, Tensor>> Hidden(
        long inputs, int width, (MlpActivation Activation, double Slope, Norm Norm) kind, MlpOptions options, Generator random)
    {
        var isMaxout = kind.Activation == MlpActivation.Maxout;
        var weighted = Weighted(inputs, isMaxout ? width * options.MaxoutPieces : width, kind.Norm != Norm.Batch, kind.Norm, options, random);
        yield return isMaxout ? new MlpMaxout(weighted, options.MaxoutPieces) : weighted;
        if (kind.Norm == Norm.Batch)
        {
            yield return BatchNorm1d(width);
        }

        if (!isMaxout)
        {
            yield return kind switch
            {
                { Activation: MlpActivation.Tanh } => Tanh(),
                { Slope: 0 } => ReLU(inplace: true),
                _ => LeakyReLU(kind.Slope, inplace: true),
            };
        }
    }

    private static Module<Tensor, Tensor> Weighted(long inputs, long outputs, bool hasBias, Norm norm, MlpOptions options, Generator random)
    {
        var layer = Linear(inputs, outputs, hasBias);
        if (options.Weights == MlpWeights.Uniform)
        {
            InitialWeights.Uniform(layer, random);
        }
        else
        {
            Scale(layer, options, random);
        }

        return norm == Norm.Spectral ? new SpectralNorm(layer, random) : layer;
    }

    private static void Scale(Linear layer, MlpOptions options, Generator random)
    {
        if (options.Weights == MlpWeights.Normal)
        {
            InitialWeights.Normal(layer.weight, 0, options.WeightScale, random);
        }
        else
        {
            InitialWeights.Orthogonal(layer.weight, options.WeightScale, random);
        }

        if (layer.bias is { } bias)
        {
            InitialWeights.Constant(bias, 0);
        }
    }
}
