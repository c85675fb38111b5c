using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

/// <summary>
/// Arguments that make no sense end in libtorch's own message, never in a crash. Where versions of libtorch say it in other words, the words
/// of each stand beside a bar, 1.13's first.
/// </summary>
public sealed class HostileArgumentsTests
{
    private static readonly Tensor Cube = arange(24).reshape(2, 3, 4).DetachFromDisposeScope();

    public static TheoryData<string, Func<object>> Calls => new()
    {
        { "shape '[5]' is invalid for input of size 24", () => Cube.view(5) },
        { "only one dimension can be inferred", () => Cube.reshape(-1, -1) },
        { "don't multiply up to the size of dim 0", () => Cube.unflatten(0, 3, 3) },
        { "Dimension out of range", () => Cube.squeeze(9) },
        { "Dimension out of range", () => Cube.unsqueeze(long.MinValue) },
        { "Dimension out of range", () => Cube.flatten(2, 9) },
        { "Dimension out of range", () => Cube.transpose(0, 3) },
        { "duplicate dims", () => Cube.permute(0, 0, 1) },
        { "<= 2 dimensions", () => Cube.t() },
        { "out of bounds for storage", () => Cube.as_strided([10, 10], [100, 100]) },
        { "Negative strides", () => Cube.as_strided([2], [-1]) },
        { "maximum size for tensor at dimension 0 is 2 but size is 5", () => Cube.unfold(0, 5, 1) },
        { "step is 0", () => Cube.unfold(0, 1, 0) },
        { "must match the existing size", () => Cube.expand(7, 3, 4) },
        { "negative dimension", () => Cube.repeat(-1, 1, 1) },
        { "overflow", () => ones(2).repeat(1L << 40, 1L << 40) },
        { "overflow", () => ones(1).expand(1L << 40, 1L << 40).contiguous() },
        { "can not be negative|must be non-negative", () => Cube.repeat_interleave(-1) },
        { "Dimension out of range", () => Cube.roll([1], [9]) },
        { "appears multiple times", () => Cube.flip(0, 0) },
        { "expected rotation dims to be different", () => Cube.rot90(1, (1, 1)) },
        { "exceeds dimension size", () => Cube.narrow(0, 1, 5) },
        { "slice step must be positive", () => Cube.slice(0, 0, 2, -1) },
        { "out of range", () => Cube.index_select(0, tensor([5L])) },
        { "Expected dtype", () => Cube.gather(0, tensor([1f])) },
        { "out of bounds", () => Cube.gather(0, tensor(new[,,] { { { 99L } } })) },
        { "out of range", () => Cube.take(tensor([-99L])) },
        { "out of bounds", () => zeros(2).scatter(0, tensor([5L]), ones(1)) },
        { "out of bounds", () => zeros(2).scatter_add_(0, tensor([-1L]), ones(1)) },
        { "out of range", () => zeros(2).index_add(0, tensor([9L]), ones(1), 1) },
        { "out of bounds", () => zeros(2).index_copy_(0, tensor([9L]), ones(1)) },
        { "out of bounds", () => zeros(2).index_fill(0, tensor([9L]), 1) },
        { "Number of elements of source", () => zeros(3).masked_scatter(tensor([true, true, true]), ones(1)) },
        { "split_size can only be 0", () => Cube.split(0) },
        { "split_size be non-negative", () => Cube.split(-1) },
        { "sum exactly to 2", () => Cube.split((long[])[1, 5], 0) },
        { "greater than 0", () => Cube.chunk(0) },
        { "number of sections must be larger than 0", () => Cube.tensor_split(0) },
        { "same number of dimensions", () => cat([ones(2), ones(2, 2)]) },
        { "equal size", () => stack([ones(2), ones(3)]) },
        { "non-empty TensorList", () => stack(Array.Empty<Tensor>()) },
        { "indexing must be one of", () => meshgrid([arange(2), arange(2)], "zz") },
        { "matrix or a vector expected|Supports 1D or 2D tensors", () => Cube.diag() },
        { "expected a matrix", () => Cube.trace() },
        { "Cannot copy out of meta tensor", () => zeros(2, device: META).cpu() },
        { "Expected Tensor but got None", () => Cube.gather(0, null!) },
        { "Invalid number of data points", () => fft.fft_(ones(4), -5) },
        { "Dimension out of range", () => fft.rfft2(ones(2)) },
        { "only supported for half, float and double", () => Cube.view_as_complex() },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Member_HostileArgument_ThrowsLibtorchsMessage(string message, Func<object> call)
    {
        using var scope = NewDisposeScope();

        var said = Assert.Throws<ExternalException>(call).Message;

        Assert.True(message.Split('|').Any(words => said.Contains(words, StringComparison.Ordinal)), $"expected \"{message}\", found \"{said}\".");
    }
}
