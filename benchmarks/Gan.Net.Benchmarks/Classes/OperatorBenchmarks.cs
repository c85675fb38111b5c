using BenchmarkDotNet.Attributes;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Classes;

/// <summary>Single operators: what a call costs, and what the heavy ones reach.</summary>
public class OperatorBenchmarks
{
    private readonly Tensor _small = rand(64, 32);
    private readonly Tensor _other = rand(64, 32);
    private readonly Tensor _square = rand(1024, 1024);
    private readonly Tensor _images = rand(64, 64, 14, 14);
    private readonly Tensor _kernel = rand(128, 64, 4, 4);
    private readonly Tensor _maps = rand(64, 128, 7, 7);
    private readonly Tensor _transposed = rand(128, 64, 4, 4);

    /// <summary>The call overhead.</summary>
    [Benchmark]
    public void SmallAdd() => _small.add(_other).Dispose();

    /// <summary>The yardstick of the others.</summary>
    [Benchmark(Baseline = true)]
    public void MatrixProduct() => _square.mm(_square).Dispose();

    /// <summary>A discriminator's stage.</summary>
    [Benchmark]
    public void Convolution() => nn.functional.conv2d(_images, _kernel, strides: [2, 2], padding: [1, 1]).Dispose();

    /// <summary>A generator's stage.</summary>
    [Benchmark]
    public void TransposedConvolution() => nn.functional.conv_transpose2d(_maps, _transposed, strides: [2, 2], padding: [1, 1]).Dispose();
}
