using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class JoiningTests
{
    private static readonly ReferenceCases Cases = new("joining")
    {
        { "cat", x => cat([x["first"], x["second"]], 1) },
        { "cat/list", x => cat(Both(x), 1) },
        { "cat/array", x => cat(Both(x).ToArray(), 1) },
        { "cat/concat", x => concat([x["first"], x["second"]], 1) },
        { "cat/concat.list", x => concat(Both(x), 1) },
        { "cat/concat.array", x => concat(Both(x).ToArray(), 1) },
        { "cat/concatenate", x => concatenate([x["first"], x["second"]], 1) },
        { "cat/concatenate.list", x => concatenate(Both(x), 1) },
        { "cat/concatenate.array", x => concatenate(Both(x).ToArray(), 1) },
        { "cat_mixed", x => cat([x["first"], x["second"]]) },
        { "stack", x => stack([x["first"], x["second"]], -1) },
        { "stack/list", x => stack(Both(x), -1) },
        { "hstack", x => hstack(x["first"], x["second"]) },
        { "hstack/list", x => hstack((IList<Tensor>)Both(x)) },
        { "hstack/sequence", x => hstack((IEnumerable<Tensor>)Both(x)) },
        { "hstack/span", x => hstack((ReadOnlySpan<Tensor>)[x["first"], x["second"]]) },
        { "vstack", x => vstack((Tensor[])[x["first"], x["second"]]) },
        { "vstack/list", x => vstack(Both(x)) },
        { "vstack/span", x => vstack((ReadOnlySpan<Tensor>)[x["first"], x["second"]]) },
        { "vstack/row_stack", x => row_stack(x["first"], x["second"]) },
        { "vstack/row_stack.list", x => row_stack(Both(x)) },
        { "vstack/row_stack.span", x => row_stack((ReadOnlySpan<Tensor>)[x["first"], x["second"]]) },
        { "dstack", x => dstack(x["first"], x["second"]) },
        { "dstack/list", x => dstack((IList<Tensor>)Both(x)) },
        { "dstack/sequence", x => dstack((IEnumerable<Tensor>)Both(x)) },
        { "dstack/span", x => dstack((ReadOnlySpan<Tensor>)[x["first"], x["second"]]) },
        { "column_stack", x => column_stack(x["first"], x["second"]) },
        { "column_stack/list", x => column_stack(Both(x)) },
        { "column_stack/span", x => column_stack((ReadOnlySpan<Tensor>)[x["first"], x["second"]]) },
        { "meshgrid", x => meshgrid(Both(x)) },
        { "meshgrid_xy", x => meshgrid(Both(x), "xy") },
        { "broadcast_tensors", x => broadcast_tensors(x["first"], x["second"]).ToArray() },
        { "cartesian_prod", x => cartesian_prod(x["first"], x["second"]) },
        { "cartesian_prod/list", x => cartesian_prod(Both(x)) },
        { "cartesian_prod/span", x => cartesian_prod((ReadOnlySpan<Tensor>)[x["first"], x["second"]]) },
        { "combinations", x => combinations(x["input"]) },
        { "combinations_again", x => combinations(x["input"], 2, true) },
        { "block_diag", x => block_diag(x["first"], x["second"]) },
        { "block_diag/Tensor.block_diag", x => Tensor.block_diag(x["first"], x["second"]) },
        { "split", x => x["input"].split(2) },
        { "split_sizes", x => x["input"].split((long[])[1, 3], 1) },
        { "split_sizes/span", x => x["input"].split((ReadOnlySpan<long>)[1, 3], 1) },
        { "split_sizes/torch.split", x => split(x["input"], [1, 3], 1) },
        { "split_rows", x => x["input"].split([1, 2]) },
        { "chunk", x => x["input"].chunk(2, 1) },
        { "chunk/torch.chunk", x => chunk(x["input"], 2, 1) },
        { "unbind", x => x["input"].unbind(1) },
        { "unbind/torch.unbind", x => unbind(x["input"], 1L) },
        { "unbind/torch.int", x => unbind(tensor: x["input"], 1) },
        { "tensor_split", x => x["input"].tensor_split(2) },
        { "tensor_split/torch.tensor_split", x => tensor_split(x["input"], 2) },
        { "tensor_split_at", x => x["input"].tensor_split((long[])[1, 3], 1) },
        { "tensor_split_at/torch.tensor_split", x => tensor_split(x["input"], (long[])[1, 3], 1) },
        { "tensor_split_by", x => x["input"].tensor_split(x["at"], 1) },
        { "tensor_split_by/torch.tensor_split", x => tensor_split(x["input"], x["at"], 1) },
        { "tensor_split_by/hsplit", x => x["input"].hsplit(x["at"]) },
        { "tensor_split_by/torch.hsplit", x => hsplit(x["input"], x["at"]) },
        { "hsplit", x => x["input"].hsplit(2) },
        { "hsplit/torch.hsplit", x => hsplit(x["input"], 2) },
        { "hsplit_at", x => x["input"].hsplit(1, 3) },
        { "hsplit_at/torch.hsplit", x => hsplit(x["input"], (long[])[1, 3]) },
        { "vsplit", x => x["input"].vsplit(2) },
        { "vsplit_at", x => x["input"].vsplit(1, 3) },
        { "vsplit_at/torch.vsplit", x => vsplit(x["input"], [1, 3]) },
        { "vsplit_at/by", x => x["input"].vsplit(tensor([1L, 3L])) },
        { "dsplit", x => x["input"].dsplit(2) },
        { "dsplit/torch.dsplit", x => dsplit(x["input"], 2) },
        { "dsplit_at", x => x["input"].dsplit((long[])[1, 3]) },
        { "dsplit_at/tuple", x => x["input"].dsplit((1, 3)) },
        { "dsplit_at/by", x => x["input"].dsplit(tensor([1L, 3L])) },
        { "dsplit_at/torch.dsplit", x => dsplit(x["input"], (long[])[1, 3]) },
        { "dsplit_at/torch.by", x => dsplit(x["input"], tensor([1L, 3L])) },
    };

    public static TheoryData<string> Labels => Cases.Labels;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Member_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    [Fact]
    public void Cat_OneTensor_IsASecondHandleToIt()
    {
        using var scope = NewDisposeScope();
        var only = zeros(2);
        cat([only]).fill_(3);
        Assert.Equal(3, only.ReadCpuSingle(1));
    }

    [Fact]
    public void Cat_NoTensor_Throws() => Assert.Equal(
        "There are no tensors to put together. (Parameter 'tensors')", Assert.Throws<ArgumentException>(() => cat(Array.Empty<Tensor>())).Message);

    [Fact]
    public void Cat_NullTensor_Throws()
    {
        using var one = ones(2);
        Assert.Equal("tensors[1]", Assert.Throws<ArgumentNullException>(() => cat([one, null!])).ParamName);
    }

    [Fact]
    public void BroadcastShapes_DifferentLengths_AlignsFromTheEnd()
    {
        Assert.Equal([4, 2, 3], broadcast_shapes([2, 1], [4, 1, 3], [3]).Shape);
        Assert.Equal([], broadcast_shapes().Shape);
        Assert.Equal(
            "Shape mismatch: a length of 3 cannot be broadcast to 2.", Assert.Throws<ArgumentException>(() => broadcast_shapes([2], [3])).Message);
    }

    private static List<Tensor> Both(Dictionary<string, Tensor> x) => [x["first"], x["second"]];
}
