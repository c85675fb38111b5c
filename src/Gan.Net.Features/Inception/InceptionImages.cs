using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Gan.Net.Features;

/// <summary>Makes of any images what Inception looks at: three channels of 299×299, in about [-1, 1].</summary>
internal static class InceptionImages
{
    private const long Size = 299;

    /// <summary>Prepares images <c>[N, C, H, W]</c> of 1 or 3 channels. The caller owns the result.</summary>
    public static Tensor Prepare(Tensor images, FidInceptionOptions options)
    {
        using var scope = NewDisposeScope();
        var levels = Levels(images, options);
        var resized = options.Resize switch
        {
            InceptionResize.PyTorchFid => ToSize(levels.div(255), InterpolationMode.Bilinear, antialias: false).mul(2).sub(1),
            InceptionResize.TensorFlow => TensorFlowBilinear(levels).sub(128).div(128),
            _ => PillowBicubic(levels).sub(128).div(128),
        };
        return scope.MoveToOuter(resized.shape[1] == 1 ? resized.expand(-1, 3, -1, -1).contiguous() : resized.contiguous());
    }

    // 0 to 255 as float32.
    private static Tensor Levels(Tensor images, FidInceptionOptions options)
    {
        if (images.dtype == ScalarType.Byte)
        {
            return images.to(ScalarType.Float32);
        }

        var floats = images.to(ScalarType.Float32);
        var levels = options.Range == ImageRange.MinusOneToOne ? floats.add(1).mul(127.5) : floats.mul(255);
        return options.Rounding == ImageRounding.To256Levels ? levels.round().clamp(0, 255) : levels;
    }

    // Pillow weighs and sums in float64.
    private static Tensor PillowBicubic(Tensor x) =>
        ToSize(x.to(ScalarType.Float64), InterpolationMode.Bicubic, antialias: true).clamp(0, 255).to(ScalarType.Float32);

    private static Tensor ToSize(Tensor x, InterpolationMode mode, bool antialias) => interpolate(x, size: [Size, Size], mode: mode, align_corners: false, antialias: antialias);

    private static Tensor TensorFlowBilinear(Tensor x)
    {
        var (top, bottom, down) = Places(x.shape[2], x.device);
        var (left, right, along) = Places(x.shape[3], x.device);
        Tensor Row(Tensor rows)
        {
            var picked = x.index_select(2, rows);
            var start = picked.index_select(3, left);
            return start + ((picked.index_select(3, right) - start) * along);
        }

        var upper = Row(top);
        return upper + ((Row(bottom) - upper) * down.unsqueeze(1));
    }

    // For each output the pixel before its place, the one after, and how far between them it lies.
    private static (Tensor Before, Tensor After, Tensor Between) Places(long size, Device device)
    {
        var before = new long[Size];
        var after = new long[Size];
        var between = new float[Size];
        var scale = (float)size / Size;
        for (var i = 0; i < Size; i++)
        {
            var place = i * scale;
            before[i] = (long)place;
            after[i] = Math.Min(before[i] + 1, size - 1);
            between[i] = place - before[i];
        }

        return (tensor(before).to(device), tensor(after).to(device), tensor(between).to(device));
    }
}
