using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>A tensor without dimensions of the number's own type.</summary>
    public static Tensor ToTensor<T>(this T scalar, Device? device = null, bool requires_grad = false)
        where T : struct =>
        CopyOf((T[])[scalar], [], device, requires_grad);

    /// <summary>A copy of the array in the given shape; <paramref name="doCopy"/> makes no difference.</summary>
    public static Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false) =>
        CopyOf(rawArray, dimensions, null, requires_grad);

    /// <summary>The number of elements of a tensor of this shape.</summary>
    public static long TotalSize(this IEnumerable<long> shape) => new Size(shape).numel();

    public static ReadOnlySpan<int> IntShape(this Tensor tensor) => Array.ConvertAll(tensor.shape, length => (int)length);
}
