using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator ImageToColumns = new("im2col");
            private static readonly Operator ColumnsToImage = new("col2im");

            /// <summary>The patches a sliding window sees, as columns: <c>[N, C, H, W]</c> to <c>[N, C kernel, positions]</c>.</summary>
            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            public static Tensor unfold(
                Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                ImageToColumns.Call(
                    input, kernel_size.ToArray(), (dilation ?? (1, 1)).ToArray(), (padding ?? (0, 0)).ToArray(), (stride ?? (1, 1)).ToArray());

            /// <summary>Adds patches back into a picture, the opposite of <c>unfold</c>.</summary>
            public static Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                fold(input, (output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            public static Tensor fold(
                Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                ColumnsToImage.Call(
                    input, output_size.ToArray(), kernel_size.ToArray(), (dilation ?? (1, 1)).ToArray(), (padding ?? (0, 0)).ToArray(), (stride ?? (1, 1)).ToArray());
        }
    }
}
