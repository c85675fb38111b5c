using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Features;

/// <summary>Samples kept as bytes: byte b stands for <c>b / 127.5 - 1</c>.</summary>
internal static class ByteSamples
{
    /// <summary>Bytes of any shape as Float32 in [-1, 1] on the same device. The caller owns it.</summary>
    public static Tensor ToFloats(Tensor bytes) => bytes.to(ScalarType.Float32, copy: true).div_(127.5).sub_(1);
}
