using System.Runtime.InteropServices;
using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator PixelShuffle = new("pixel_shuffle");
            private static readonly Operator PixelUnshuffle = new("pixel_unshuffle");
            private static readonly Operator GridSampler = new("grid_sampler");
            private static readonly Operator AffineGrid = new("affine_grid_generator");
            private static readonly Operator Linear1d = new("upsample_linear1d", "vec");
            private static readonly Operator Bilinear2d = new("upsample_bilinear2d", "vec");
            private static readonly Operator Bicubic2d = new("upsample_bicubic2d", "vec");
            private static readonly Operator Trilinear3d = new("upsample_trilinear3d", "vec");
            private static readonly Operator BilinearAntialiased = new("_upsample_bilinear2d_aa", "vec");
            private static readonly Operator BicubicAntialiased = new("_upsample_bicubic2d_aa", "vec");

            private static readonly Operator[] Nearest = [new("upsample_nearest1d", "vec"), new("upsample_nearest2d", "vec"), new("upsample_nearest3d", "vec")];

            private static readonly Operator[] NearestExact =
                [new("_upsample_nearest_exact1d", "vec"), new("_upsample_nearest_exact2d", "vec"), new("_upsample_nearest_exact3d", "vec")];

            private static readonly Operator[] Area = [AdaptiveAvgPool1d, AdaptiveAvgPool2d, AdaptiveAvgPool3d];

            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => PixelShuffle.Call(input, upscale_factor);

            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) => PixelUnshuffle.Call(input, downscale_factor);

            /// <summary>Reads <c>[N, C, H, W]</c> at the points of a grid <c>[N, H', W', 2]</c>, whose corners are -1 and 1.</summary>
            public static Tensor grid_sample(
                Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null)
            {
                // libtorch's own numbers: bilinear 0, nearest 1; zeros 0, border 1, reflection 2.
                var reading = mode == GridSampleMode.Nearest ? 1L : 0L;
                var outside = padding_mode switch { GridSamplePaddingMode.Border => 1L, GridSamplePaddingMode.Reflection => 2L, _ => 0L };
                return GridSampler.Call(input, grid, reading, outside, align_corners ?? false);
            }

            /// <summary>The grid for <see cref="grid_sample"/> that transforms by <paramref name="theta"/>, <c>[N, 2, 3]</c>.</summary>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false) =>
                AffineGrid.Call(theta, size ?? [], align_corners);

            /// <summary>Resizes <c>[N, C, ...]</c> to <paramref name="size"/> or by <paramref name="scale_factor"/>; one of the two.</summary>
            /// <exception cref="ExternalException">The arguments contradict each other or the input's shape.</exception>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                var dimensions = (int)x.ndim - 2;
                CheckInterpolation(dimensions, size, scale_factor, mode, align_corners, antialias);
                size = size is { Length: 1 } ? ModuleTensors.Repeat(size[0], dimensions) : size;
                scale_factor = scale_factor is { Length: 1 } ? Repeat(scale_factor[0], dimensions) : scale_factor;
                if (scale_factor is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                {
                    (size, scale_factor) = (Scaled(x, scale_factor), null);
                }

                var corners = align_corners ?? false;
                return (mode, dimensions) switch
                {
                    (InterpolationMode.Nearest, _) => Nearest[dimensions - 1].Call(x, size, scale_factor),
                    (InterpolationMode.NearestExact, _) => NearestExact[dimensions - 1].Call(x, size, scale_factor),
                    (InterpolationMode.Area, _) => Area[dimensions - 1].Call(x, size),
                    (InterpolationMode.Linear, 1) => Linear1d.Call(x, size, corners, scale_factor),
                    (InterpolationMode.Bilinear, 2) => (antialias ? BilinearAntialiased : Bilinear2d).Call(x, size, corners, scale_factor),
                    (InterpolationMode.Bicubic, 2) => (antialias ? BicubicAntialiased : Bicubic2d).Call(x, size, corners, scale_factor),
                    (InterpolationMode.Trilinear, 3) => Trilinear3d.Call(x, size, corners, scale_factor),
                    _ => throw new ExternalException($"The mode {mode} does not resize a {x.ndim}D input."),
                };
            }

            private static void CheckInterpolation(
                int dimensions, long[]? size, double[]? scale_factor, InterpolationMode mode, bool? align_corners, bool antialias)
            {
                if (dimensions is < 1 or > 3)
                {
                    throw new ExternalException($"Input Error: Only 3D, 4D and 5D input Tensors supported (got {dimensions + 2}D)");
                }

                if (size is null == scale_factor is null)
                {
                    throw new ExternalException($"{(size is null ? "either" : "only one of")} size or scale_factor should be defined");
                }

                if ((size?.Length ?? scale_factor!.Length) is var given && given != 1 && given != dimensions)
                {
                    throw new ExternalException($"{(size is null ? "scale_factor" : "size")} has {given} entries; expected 1 or {dimensions}.");
                }

                var blends = mode is InterpolationMode.Linear or InterpolationMode.Bilinear or InterpolationMode.Bicubic or InterpolationMode.Trilinear;
                if (align_corners is not null && !blends)
                {
                    throw new ExternalException("align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear");
                }

                if (antialias && mode is not (InterpolationMode.Bilinear or InterpolationMode.Bicubic))
                {
                    throw new ExternalException("Anti-alias option is only supported for bilinear and bicubic modes");
                }
            }

            private static long[] Scaled(Tensor x, double[] factors)
            {
                var sizes = new long[factors.Length];
                for (var i = 0; i < sizes.Length; i++)
                {
                    sizes[i] = (long)Math.Floor(x.SizeAt(i + 2) * factors[i]);
                }

                return sizes;
            }

            private static double[] Repeat(double value, int count)
            {
                var values = new double[count];
                Array.Fill(values, value);
                return values;
            }
        }
    }
}
