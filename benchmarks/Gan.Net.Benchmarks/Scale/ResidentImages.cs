using Gan.Net.Data;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Scale;

/// <summary>A shuffled set of gray 28×28 noise in memory, as bytes: the shape and order of MNIST without its file.</summary>
internal static class ResidentImages
{
    public static BatchSource Source(int count, int batchSize)
    {
        using var random = new Generator(1, CPU);
        var pixels = randint(0, 256, [count, 1, 28, 28], dtype: ScalarType.Byte, generator: random);
        return new BatchSource(new TensorSampleSet(pixels), new BatchSourceOptions { BatchSize = batchSize });
    }
}
