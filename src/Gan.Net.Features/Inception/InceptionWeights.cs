using Gan.Net.Checkpoints;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Features;

/// <summary>
/// Inception's tensors under their published names, as read from a file, and as the network uses them: each batch norm folded into its
/// convolution, which saves a third of the time.
/// </summary>
internal static class InceptionWeights
{
    public const int Classes = 1008;
    public const long FeatureCount = 2048;
    private const double Epsilon = 1e-3;

    /// <summary>Empty tensors of every published name and shape, on the CPU. The caller owns them.</summary>
    public static Dictionary<string, Tensor> Empty()
    {
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var unit in InceptionUnits.All)
        {
            tensors.Add($"{unit.Name}.conv.weight", Room(unit.Shape));
            foreach (var part in new[] { "weight", "bias", "running_mean", "running_var" })
            {
                tensors.Add($"{unit.Name}.bn.{part}", Room(unit.Shape[0]));
            }
        }

        tensors.Add("fc.weight", Room(Classes, FeatureCount));
        tensors.Add("fc.bias", Room(Classes));
        return tensors;
    }

    /// <summary>Reads the published tensors. The caller owns them.</summary>
    /// <exception cref="FileNotFoundException">There is no file; the message says which one is wanted and how to make it.</exception>
    /// <exception cref="StateMismatchException">The file holds other tensors.</exception>
    public static Dictionary<string, Tensor> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"There are no Inception weights at '{path}'. Wanted is a safetensors file made of pt_inception-2015-12-05-6726825d.pth, "
                + "which the GitHub release 'fid_weights' of pytorch-fid publishes (torch-fidelity's weights-inception-2015-12-05-6726825d.pth holds the same): "
                + $"python3 tools/inception-weights.py pt_inception-2015-12-05-6726825d.pth {path}",
                path);
        }

        var tensors = Empty();
        ModuleState.Load(tensors, path);
        return tensors;
    }

    /// <summary>A unit's weight and bias with its batch norm folded in, in float64 until the end. The caller owns them.</summary>
    public static (Tensor Weight, Tensor Bias) Fold(IReadOnlyDictionary<string, Tensor> tensors, string unit)
    {
        using var scope = NewDisposeScope();
        Tensor Part(string name) => tensors[$"{unit}.{name}"].to(ScalarType.Float64);
        var scale = Part("bn.weight") / (Part("bn.running_var") + Epsilon).sqrt();
        var weight = Part("conv.weight") * scale.view(-1, 1, 1, 1);
        var bias = Part("bn.bias") - (Part("bn.running_mean") * scale);
        return (scope.MoveToOuter(weight.to(ScalarType.Float32)), scope.MoveToOuter(bias.to(ScalarType.Float32)));
    }

    private static Tensor Room(params long[] shape) => zeros(shape, dtype: ScalarType.Float32);
}
