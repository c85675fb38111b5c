using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Gan.Net.LibTorch.Tests;

/// <summary>Wrong shapes, types and disposed tensors end in a managed exception.</summary>
public sealed class ShapeErrorTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public static TheoryData<string, string> Refused => new()
    {
        { "Conv1d", "Expected 2D (unbatched) or 3D (batched) input with 3 channels to Conv1d." },
        { "Conv2d", "Expected 3D (unbatched) or 4D (batched) input with 3 channels to Conv2d." },
        { "Conv3d", "Expected 4D (unbatched) or 5D (batched) input with 3 channels to Conv3d." },
        { "ConvTranspose1d", "Expected 2D (unbatched) or 3D (batched) input with 3 channels to ConvTranspose1d." },
        { "ConvTranspose2d", "Expected 3D (unbatched) or 4D (batched) input with 3 channels to ConvTranspose2d." },
        { "BatchNorm1d", "expected 2D or 3D input, but got 1D input." },
        { "BatchNorm2d", "expected 4D input, but got 1D input." },
        { "BatchNorm3d", "expected 5D input, but got 1D input." },
        { "InstanceNorm1d", "expected 2D or 3D input, but got 1D input." },
        { "InstanceNorm2d", "expected 3D or 4D input, but got 1D input." },
        { "GroupNorm", "Invalid number of dimensions for GroupNorm argument: 1" },
        { "LocalResponseNorm", "Invalid number of dimensions for LocalResponseNorm argument: 1" },
        { "Dropout1d", "tensor passed to Dropout1d must be of the shape (N,C,L)" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Call_WrongNumberOfDimensions_ArgumentException(string name, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Make(name).call(ones(3))).Message);

    [Fact]
    public void Call_WrongChannels_ArgumentException()
    {
        Assert.Throws<ArgumentException>(() => Conv2d(3, 1, 1).call(ones(1, 2, 4, 4)));
        Assert.Throws<ArgumentException>(() => ConvTranspose2d(3, 1, 1).call(ones(1, 2, 4, 4)));
        Assert.Equal(
            "expected input's size at dim=1 to match num_features (3), but got: 2.",
            Assert.Throws<ArgumentException>(() => InstanceNorm2d(3).call(ones(1, 2, 4, 4))).Message);
    }

    [Fact]
    public void ConvTranspose_OutputSizeOutOfReach_ArgumentException()
    {
        var module = ConvTranspose2d(1, 1, 3, 2);
        var input = ones(1, 1, 3, 3);
        Assert.Equal([1, 1, 8, 7], module.forward(input, [1, 1, 8, 7]).shape);
        Assert.Equal(
            "Requested an output size of 9 in dimension 1, but valid sizes range from 7 to 8",
            Assert.Throws<ArgumentException>(() => module.forward(input, [7, 9])).Message);
        Assert.Throws<ArgumentException>(() => module.forward(input, [8]));
    }

    [Fact]
    public void Convolution_ImpossiblePadding_ArgumentException()
    {
        Assert.Equal(
            "padding='same' is not supported for strided convolutions",
            Assert.Throws<ArgumentException>(() => Conv2d(1, 1, 3, Padding.Same, stride: 2)).Message);
        Assert.Throws<ArgumentException>(() => ConvTranspose2d(1, 1, 3, padding_mode: PaddingModes.Reflect));
        Assert.Throws<ArgumentException>(() => ConvTranspose2d(1, 1, 3).SetPadding(Padding.Same));
    }

    [Fact]
    public void Call_ShapesLibtorchRefuses_ItsMessage()
    {
        Assert.Contains("cannot be multiplied", Assert.Throws<ExternalException>(() => Linear(3, 2).call(ones(4, 5))).Message, StringComparison.Ordinal);
        Assert.Throws<ExternalException>(() => BatchNorm1d(3).call(ones(4, 5)));
        Assert.Throws<ExternalException>(() => LayerNorm(3).call(ones(4, 5)));
        Assert.Throws<ExternalException>(() => GroupNorm(2, 4).call(ones(1, 3, 2)));
        Assert.Throws<ExternalException>(() => Unflatten(1, [2, 2]).call(ones(1, 5)));
        Assert.Throws<ExternalException>(() => PixelShuffle(2).call(ones(1, 3, 2, 2)));
        Assert.Throws<ExternalException>(() => Embedding(2, 2).call(TensorValues.Make(ScalarType.Int64, [1], 5)));
        Assert.Throws<ExternalException>(() => ReflectionPad2d(3).call(ones(1, 1, 2, 2)));
        Assert.Throws<ExternalException>(() => Dropout(1.5).call(ones(1)));
    }

    [Fact]
    public void Call_WrongType_ItsMessage()
    {
        Assert.Throws<ExternalException>(() => Linear(3, 2).call(ones([1, 3], ScalarType.Float64)));
        Assert.Throws<ExternalException>(() => Conv2d(1, 1, 1).call(ones([1, 1, 2, 2], ScalarType.Int64)));
    }

    [Fact]
    public void Call_DisposedTensor_InvalidOperation()
    {
        var gone = ones(1, 3);
        gone.Dispose();
        Assert.Throws<InvalidOperationException>(() => Linear(3, 2).call(gone));
        Assert.Throws<InvalidOperationException>(() => F.relu(gone));
    }

    [Fact]
    public void BinaryCrossEntropy_OtherShape_ExternalException()
    {
        Assert.Equal(
            "Target size ([4, 1]) must be the same as input size ([4])",
            Assert.Throws<ExternalException>(() => F.binary_cross_entropy_with_logits(ones(4), ones(4, 1))).Message);
        Assert.Throws<ExternalException>(() => F.binary_cross_entropy(ones(4), ones(3)));
    }

    [Fact]
    public void Interpolate_ContradictingArguments_ExternalException()
    {
        var picture = ones(1, 1, 2, 2);
        Assert.Throws<ExternalException>(() => F.interpolate(picture));
        Assert.Throws<ExternalException>(() => F.interpolate(picture, [2], [2.0]));
        Assert.Throws<ExternalException>(() => F.interpolate(picture, [2, 2, 2]));
        Assert.Throws<ExternalException>(() => F.interpolate(picture, [2], align_corners: true));
        Assert.Throws<ExternalException>(() => F.interpolate(picture, [2], mode: InterpolationMode.Linear));
        Assert.Throws<ExternalException>(() => F.interpolate(picture, [2], antialias: true));
        Assert.Throws<ExternalException>(() => F.interpolate(ones(2, 2), [2]));
    }

    [Fact]
    public void Init_WrongDimensions_ExternalException()
    {
        Assert.Throws<ExternalException>(() => init.xavier_uniform_(ones(3)));
        Assert.Throws<ExternalException>(() => init.eye_(ones(3)));
        Assert.Throws<ExternalException>(() => init.dirac_(ones(3, 3)));
        Assert.Throws<ExternalException>(() => init.orthogonal_(ones(3)));
        Assert.Throws<ExternalException>(() => init.kaiming_normal_(ones(3)));
        Assert.Throws<ArgumentException>(() => init.CalculateFanInAndFanOut(ones(3)));
    }

    public void Dispose() => scope.Dispose();

    private static Module<Tensor, Tensor> Make(string name) => name switch
    {
        "Conv1d" => Conv1d(3, 1, 1),
        "Conv2d" => Conv2d(3, 1, 1),
        "Conv3d" => Conv3d(3, 1, 1),
        "ConvTranspose1d" => ConvTranspose1d(3, 1, 1),
        "ConvTranspose2d" => ConvTranspose2d(3, 1, 1),
        "BatchNorm1d" => BatchNorm1d(3),
        "BatchNorm2d" => BatchNorm2d(3),
        "BatchNorm3d" => BatchNorm3d(3),
        "InstanceNorm1d" => InstanceNorm1d(3),
        "InstanceNorm2d" => InstanceNorm2d(3),
        "GroupNorm" => GroupNorm(1, 3),
        "LocalResponseNorm" => LocalResponseNorm(2),
        _ => Dropout1d(),
    };
}
