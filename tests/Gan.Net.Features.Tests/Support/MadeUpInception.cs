using System.Text;
using Gan.Net.Checkpoints;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Features.Tests.Support;

/// <summary>
/// A file of Inception weights that follow from their names, as <c>tools/reference/inception.py</c> makes them: SplitMix64 from the name's
/// FNV-1a hash. Made once for all tests of a class.
/// </summary>
public sealed class MadeUpInception : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public MadeUpInception()
    {
        using var scope = NewDisposeScope();
        Path = _folder.File("inception.safetensors");
        ModuleState.Save(InceptionWeights.Empty().ToDictionary(pair => pair.Key, pair => MakeUp(pair.Key, pair.Value.shape)), Path);
    }

    public string Path { get; }

    public void Dispose() => _folder.Dispose();

    /// <summary>The reference's picture of this name and size, bytes <c>[1, C, H, W]</c>.</summary>
    internal static Tensor Picture(string name, long channels, long height, long width)
    {
        var bytes = new byte[channels * height * width];
        var grain = Numbers(name, bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var (row, column) = (i / width % height, i % width);
            var wave = ((column / 5) + (2 * (row / 7))) % 9 / 8.0;
            bytes[i] = (byte)Math.Floor(((0.7 * wave) + (0.3 * grain[i])) * 255.999);
        }

        return tensor(bytes, [1, channels, height, width]);
    }

    private static Tensor MakeUp(string name, long[] shape)
    {
        var numbers = Numbers(name, shape.Aggregate((product, size) => product * size));
        var fanIn = shape.Length > 1 ? shape[1..].Aggregate((product, size) => product * size) : 1;
        Func<double, double> value = name switch
        {
            _ when name.EndsWith("conv.weight", StringComparison.Ordinal) => u => ((2 * u) - 1) * Math.Sqrt(6.0 / fanIn),
            "fc.weight" => u => ((2 * u) - 1) * Math.Sqrt(3.0 / fanIn),
            _ when name.EndsWith("bn.weight", StringComparison.Ordinal) => u => 0.75 + (0.5 * u),
            _ when name.EndsWith("running_var", StringComparison.Ordinal) => u => 0.5 + u,
            _ => u => (0.4 * u) - 0.2,
        };
        return tensor(Array.ConvertAll(numbers, u => (float)value(u)), shape);
    }

    private static double[] Numbers(string name, long count)
    {
        var seed = Encoding.UTF8.GetBytes(name).Aggregate(0xCBF29CE484222325, (hash, letter) => (hash ^ letter) * 0x100000001B3);
        var numbers = new double[count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var z = seed + (ulong)(i + 1) * 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            numbers[i] = ((z ^ (z >> 31)) >> 40) / (double)(1 << 24);
        }

        return numbers;
    }
}
