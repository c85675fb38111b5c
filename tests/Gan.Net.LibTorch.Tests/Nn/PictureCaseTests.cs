using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Gan.Net.LibTorch.Tests;

public sealed class PictureCaseTests
{
    internal static readonly ReferenceCases Cases = new("nn-pictures")
    {
        { "MaxPool1d", x => x.Call(MaxPool1d(3, 2, 1, 1)) },
        { "MaxPool1d/max_pool1d", x => F.max_pool1d(x["input"], 3, 2, 1, 1) },
        { "MaxPool1d with_indices/max_pool1d_with_indices", x => Both(F.max_pool1d_with_indices(x["input"], 3)) },
        { "MaxPool1d with_indices/MaxPool1d", x => Both(MaxPool1d(3).forward_with_indices(x["input"])) },
        { "MaxPool2d", x => x.Call(MaxPool2d((3, 2), (2, 1), (1, 0), (1, 2))) },
        { "MaxPool2d/max_pool2d", x => F.max_pool2d(x["input"], (3, 2), (2, 1), (1, 0), (1, 2)) },
        { "MaxPool2d square/MaxPool2d", x => x.Call(MaxPool2d(2)) },
        { "MaxPool2d square/max_pool2d", x => F.max_pool2d(x["input"], 2) },
        { "MaxPool2d ceiling/MaxPool2d", x => x.Call(MaxPool2d([2, 2], ceil_mode: true)) },
        { "MaxPool2d with_indices/MaxPool2d", x => Both(MaxPool2d(2).forward_with_indices(x["input"])) },
        { "MaxPool2d with_indices/max_pool2d_with_indices", x => Both(F.max_pool2d_with_indices(x["input"], [2, 2])) },
        { "AvgPool1d", x => x.Call(AvgPool1d(3, 2, 1, count_include_pad: false)) },
        { "AvgPool1d/avg_pool1d", x => F.avg_pool1d(x["input"], 3, 2, 1, count_include_pad: false) },
        { "AvgPool2d", x => x.Call(AvgPool2d((3, 2), (2, 1), (1, 0), divisor_override: 5)) },
        { "AvgPool2d/avg_pool2d", x => F.avg_pool2d(x["input"], (3, 2), (2, 1), (1, 0), divisor_override: 5) },
        { "AvgPool2d square/AvgPool2d", x => x.Call(AvgPool2d(2)) },
        { "AvgPool2d square/avg_pool2d", x => F.avg_pool2d(x["input"], 2) },
        { "AdaptiveAvgPool1d", x => x.Call(AdaptiveAvgPool1d(3)) },
        { "AdaptiveAvgPool1d/adaptive_avg_pool1d", x => F.adaptive_avg_pool1d(x["input"], 3) },
        { "AdaptiveAvgPool2d", x => x.Call(AdaptiveAvgPool2d((3, 2))) },
        { "AdaptiveAvgPool2d/adaptive_avg_pool2d", x => F.adaptive_avg_pool2d(x["input"], (3, 2)) },
        { "AdaptiveAvgPool2d square/AdaptiveAvgPool2d", x => x.Call(AdaptiveAvgPool2d(1)) },
        { "AdaptiveAvgPool2d square/adaptive_avg_pool2d", x => F.adaptive_avg_pool2d(x["input"], 1) },
        { "AdaptiveMaxPool1d", x => x.Call(AdaptiveMaxPool1d(3)) },
        { "AdaptiveMaxPool1d/adaptive_max_pool1d", x => F.adaptive_max_pool1d(x["input"], 3) },
        { "AdaptiveMaxPool1d/adaptive_max_pool1d_with_indices", x => AdaptiveMaxPool1d(3).forward_with_indices(x["input"]).Values },
        { "AdaptiveMaxPool2d", x => x.Call(AdaptiveMaxPool2d([3, 2])) },
        { "AdaptiveMaxPool2d/adaptive_max_pool2d", x => F.adaptive_max_pool2d(x["input"], [3, 2]) },
        { "AdaptiveMaxPool2d with_indices/adaptive_max_pool2d_with_indices", x => Both(F.adaptive_max_pool2d_with_indices(x["input"], [2, 2])) },
        { "AdaptiveMaxPool2d with_indices/AdaptiveMaxPool2d", x => Both(AdaptiveMaxPool2d([2, 2]).forward_with_indices(x["input"])) },
        { "ZeroPad2d", x => x.Call(ZeroPad2d((1, 2, 0, 3))) },
        { "ZeroPad2d/pad", x => F.pad(x["input"], (1, 2, 0, 3)) },
        { "ConstantPad1d", x => x.Call(ConstantPad1d((2, 1), 0.5)) },
        { "ConstantPad2d", x => x.Call(ConstantPad2d((1, 2, 0, 3), -0.5)) },
        { "ReflectionPad1d", x => x.Call(ReflectionPad1d((2, 1))) },
        { "ReflectionPad2d", x => x.Call(ReflectionPad2d((1, 2, 0, 1))) },
        { "ReplicationPad1d", x => x.Call(ReplicationPad1d((2, 1))) },
        { "ReplicationPad2d", x => x.Call(ReplicationPad2d((1, 2, 0, 1))) },
        { "pad circular/pad", x => F.pad(x["input"], [1, 2, 0, 1], PaddingModes.Circular) },
        { "pad all/pad", x => F.pad(x["input"], 1, value: 3) },
        { "pad pair/pad", x => F.pad(x["input"], (2, 1), value: 0.5) },
        { "Upsample", x => x.Call(Upsample(scale_factor: [2.0])) },
        { "Upsample bilinear/Upsample", x => x.Call(Upsample(scale_factor: [2.0, 1.5], mode: UpsampleMode.Bilinear, align_corners: false)) },
        { "Upsample sized/Upsample", x => x.Call(Upsample([4, 7], mode: UpsampleMode.Bilinear, align_corners: true)) },
        { "interpolate nearest 1d/interpolate", x => F.interpolate(x["input"], [5]) },
        { "interpolate nearest 3d/interpolate", x => F.interpolate(x["input"], scale_factor: [2.0]) },
        { "interpolate nearest exact/interpolate", x => F.interpolate(x["input"], [5, 2], mode: InterpolationMode.NearestExact) },
        { "interpolate linear/interpolate", x => F.interpolate(x["input"], scale_factor: [1.7], mode: InterpolationMode.Linear) },
        { "interpolate bicubic/interpolate", x => F.interpolate(x["input"], [5, 6], mode: InterpolationMode.Bicubic, align_corners: false) },
        { "interpolate trilinear/interpolate", x => F.interpolate(x["input"], scale_factor: [1.5], mode: InterpolationMode.Trilinear) },
        { "interpolate area/interpolate", x => F.interpolate(x["input"], scale_factor: [0.5], mode: InterpolationMode.Area) },
        { "interpolate antialias/interpolate", x => F.interpolate(x["input"], [2, 3], mode: InterpolationMode.Bilinear, antialias: true) },
        { "interpolate recomputed/interpolate", x => F.interpolate(x["input"], scale_factor: [1.7], mode: InterpolationMode.Bilinear, recompute_scale_factor: true) },
        { "PixelShuffle", x => x.Call(PixelShuffle(2)) },
        { "PixelShuffle/pixel_shuffle", x => F.pixel_shuffle(x["input"], 2) },
        { "PixelUnshuffle", x => x.Call(PixelUnshuffle(2)) },
        { "PixelUnshuffle/pixel_unshuffle", x => F.pixel_unshuffle(x["input"], 2) },
        { "grid_sample", x => F.grid_sample(x["input"], x["grid"]) },
        { "grid_sample corners border/grid_sample", x => F.grid_sample(x["input"], x["grid"], padding_mode: GridSamplePaddingMode.Border, align_corners: true) },
        { "grid_sample nearest reflection/grid_sample", x => F.grid_sample(x["input"], x["grid"], GridSampleMode.Nearest, GridSamplePaddingMode.Reflection, false) },
        { "affine_grid", x => F.affine_grid(x["theta"], [2, 1, 3, 4]) },
        { "affine_grid corners/affine_grid", x => F.affine_grid(x["theta"], [2, 1, 3, 4], true) },
        { "unfold", x => F.unfold(x["input"], (2, 3), (1, 2), (1, 0), (2, 1)) },
        { "fold", x => F.fold(x["input"], (4, 6), (2, 3), (1, 2), (1, 0), (2, 1)) },
        { "unfold square/unfold", x => F.unfold(x["input"], 2, stride: 2) },
        { "fold square/fold", x => F.fold(x["input"], 4, 2, stride: 2) },
        { "normalize", x => F.normalize(x["input"], 3, 0) },
        { "cosine_similarity", x => F.cosine_similarity(x["one"], x["other"], 0) },
        { "pairwise_distance", x => F.pairwise_distance(x["one"], x["other"], 3, keepdim: true) },
        { "one_hot", x => F.one_hot(x["input"], 4) },
        { "Flatten", x => x.Call(Flatten()) },
        { "Flatten inner/Flatten", x => x.Call(Flatten(1, 2)) },
        { "Unflatten", x => x.Call(Unflatten(1, [2, 3])) },
        { "Identity", x => x.Call(Identity()) },
    };

    public static TheoryData<string> Labels => Cases.Labels;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Layer_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    private static Tensor[] Both((Tensor Values, Tensor Indices) pair) => [pair.Values, pair.Indices];
}
