using Gan.Net.LibTorch.Interop;
using Gan.Net.LibTorch.NN;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator Linear = new("linear");
            private static readonly Operator Bilinear = new("bilinear");
            private static readonly Operator Conv1d = new("conv1d");
            private static readonly Operator Conv1dPadding = new("conv1d", "padding");
            private static readonly Operator Conv2d = new("conv2d");
            private static readonly Operator Conv2dPadding = new("conv2d", "padding");
            private static readonly Operator Conv3d = new("conv3d");
            private static readonly Operator Conv3dPadding = new("conv3d", "padding");
            private static readonly Operator ConvTranspose1d = new("conv_transpose1d");
            private static readonly Operator ConvTranspose2d = new("conv_transpose2d", "input");
            private static readonly Operator ConvTranspose3d = new("conv_transpose3d", "input");

            private static readonly long[] One = [1];
            private static readonly long[] Zero = [0];

            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Linear.Call(input, weights, bias);

            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
                Bilinear.Call(input1, input2, weight, bias);

            public static Tensor conv1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1) =>
                Conv1d.Call(input, weight, bias, (long[])[stride ?? 1], (long[])[padding ?? 0], (long[])[dilation ?? 1], groups);

            public static Tensor conv1d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                Conv1dPadding.Call(input, weight, bias, (long[])[stride ?? 1], NameOf(padding), (long[])[dilation ?? 1], groups);

            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                ConvolutionPaths.Ordinary(input, weight, bias, strides ?? One, padding ?? Zero, dilation ?? One, groups)
                ?? Conv2d.Call(input, weight, bias, strides ?? One, padding ?? Zero, dilation ?? One, groups);

            public static Tensor conv2d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Conv2dPadding.Call(input, weight, bias, strides ?? One, NameOf(padding), dilation ?? One, groups);

            public static Tensor conv3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Conv3d.Call(input, weight, bias, strides ?? One, padding ?? Zero, dilation ?? One, groups);

            public static Tensor conv3d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Conv3dPadding.Call(input, weight, bias, strides ?? One, NameOf(padding), dilation ?? One, groups);

            public static Tensor conv_transpose1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null, long? dilation = null, long groups = 1) =>
                ConvTranspose1d.Call(
                    input, weight, bias, (long[])[stride ?? 1], (long[])[padding ?? 0], (long[])[output_padding ?? 0], groups, (long[])[dilation ?? 1]);

            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                ConvolutionPaths.Transposed(input, weight, bias, strides ?? One, padding ?? Zero, output_padding ?? Zero, dilation ?? One, groups)
                ?? ConvTranspose2d.Call(input, weight, bias, strides ?? One, padding ?? Zero, output_padding ?? Zero, groups, dilation ?? One);

            public static Tensor conv_transpose3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                ConvTranspose3d.Call(input, weight, bias, strides ?? One, padding ?? Zero, output_padding ?? Zero, groups, dilation ?? One);

            private static string NameOf(Padding padding) => padding == Padding.Same ? "same" : "valid";
        }
    }
}
