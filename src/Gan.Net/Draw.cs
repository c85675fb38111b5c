using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>Draws random numbers in a way that throws where it fails: <c>torch.rand</c> returns a handle to nothing then.</summary>
internal static class Draw
{
    /// <summary>Numbers of U(0, 1) on the CPU, those of <c>torch.rand</c>. The caller owns them.</summary>
    public static Tensor Uniform(ReadOnlySpan<long> shape, Generator? random, ScalarType type = ScalarType.Float32) => empty(shape, type).uniform_(0, 1, random);
}
