using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator MaxPool1d = new("max_pool1d");
            private static readonly Operator MaxPool1dWithIndices = new("max_pool1d_with_indices");
            private static readonly Operator MaxPool2d = new("max_pool2d");
            private static readonly Operator MaxPool2dWithIndices = new("max_pool2d_with_indices");
            private static readonly Operator AvgPool1d = new("avg_pool1d");
            private static readonly Operator AvgPool2d = new("avg_pool2d");
            private static readonly Operator AdaptiveAvgPool1d = new("adaptive_avg_pool1d");
            private static readonly Operator AdaptiveAvgPool2d = new("adaptive_avg_pool2d");
            private static readonly Operator AdaptiveAvgPool3d = new("adaptive_avg_pool3d");
            private static readonly Operator AdaptiveMaxPool1d = new("adaptive_max_pool1d");
            private static readonly Operator AdaptiveMaxPool2d = new("adaptive_max_pool2d");

            public static Tensor max_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                MaxPool1d.Call(input, (long[])[kernel_size], (long[])[stride ?? kernel_size], (long[])[padding ?? 0], (long[])[dilation ?? 1], ceil_mode);

            public static (Tensor Values, Tensor Indices) max_pool1d_with_indices(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                MaxPool1dWithIndices.CallPair(
                    input, (long[])[kernel_size], (long[])[stride ?? kernel_size], (long[])[padding ?? 0], (long[])[dilation ?? 1], ceil_mode);

            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                MaxPool2d.Call(input, kernel_size, strides ?? kernel_size, padding ?? Zero, dilation ?? One, ceil_mode);

            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, Square(kernel_size), Square(stride), Square(padding), Square(dilation), ceil_mode);

            public static Tensor max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, kernel_size.ToArray(), stride?.ToArray(), padding?.ToArray(), dilation?.ToArray(), ceil_mode);

            public static (Tensor Values, Tensor Indices) max_pool2d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                MaxPool2dWithIndices.CallPair(input, kernel_size, strides ?? kernel_size, padding ?? Zero, dilation ?? One, ceil_mode);

            public static Tensor avg_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true) =>
                AvgPool1d.Call(input, (long[])[kernel_size], (long[])[stride ?? kernel_size], (long[])[padding ?? 0], ceil_mode, count_include_pad);

            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                AvgPool2d.Call(input, kernel_size, stride ?? kernel_size, padding ?? Zero, ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, Square(kernel_size), Square(stride), Square(padding), ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, kernel_size.ToArray(), stride?.ToArray(), padding?.ToArray(), ceil_mode, count_include_pad, divisor_override);

            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) => AdaptiveAvgPool1d.Call(input, (long[])[output_size]);

            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => AdaptiveAvgPool2d.Call(input, output_size);

            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => AdaptiveAvgPool2d.Call(input, output_size.ToArray());

            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => AdaptiveAvgPool2d.Call(input, Square(output_size));

            public static Tensor adaptive_max_pool1d(Tensor input, long output_size) => First(adaptive_max_pool1d_with_indices(input, output_size));

            public static (Tensor Values, Tensor Indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size) =>
                AdaptiveMaxPool1d.CallPair(input, (long[])[output_size]);

            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size) => First(adaptive_max_pool2d_with_indices(input, output_size));

            public static (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size) =>
                AdaptiveMaxPool2d.CallPair(input, output_size);

            private static Tensor First((Tensor Values, Tensor Indices) pair)
            {
                pair.Indices.Dispose();
                return pair.Values;
            }

            private static long[] Square(long side) => [side, side];

            private static long[]? Square(long? side) => side is long known ? [known, known] : null;
        }
    }
}
