using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class IndexingTests
{
    private static readonly ReferenceCases Cases = new("indexing")
    {
        { "one", x => x["input"][1] },
        { "one/params", x => x["input"][(long[])[1]] },
        { "one/index", x => x["input"].index(1L) },
        { "last", x => x["input"][-1] },
        { "last/Index", x => x["input"].index((TensorIndex)(^1)) },
        { "two", x => x["input"][1, 2] },
        { "three", x => x["input"][0, -1, 3] },
        { "six", x => x["input"][0, 0, 1, 0, 1, 0] },
        { "six/five", x => x["input"][0, 0, 1, 0, 1][0] },
        { "six/four", x => x["input"][0, 0, 1, 0][1, 0] },
        { "range", x => x["input"][..1, 1..] },
        { "range/Slice", x => x["input"][TensorIndex.Slice(..1), TensorIndex.Slice((1, null))] },
        { "range/tuple", x => x["input"].index((TensorIndex)(null, 1), (TensorIndex)(1, null)) },
        { "from_end", x => x["input"][.., ^2..^1] },
        { "step", x => x["input"][TensorIndex.Colon, TensorIndex.Slice(), TensorIndex.Slice(step: 2)] },
        { "ellipsis", x => x["input"][TensorIndex.Ellipsis, 1] },
        { "ellipsis_between", x => x["input"][1, TensorIndex.Ellipsis, 0] },
        { "ellipsis_alone", x => x["input"][TensorIndex.Ellipsis] },
        { "none", x => x["input"][TensorIndex.Colon, TensorIndex.None, 1] },
        { "none/Null", x => x["input"][TensorIndex.Colon, TensorIndex.Null, 1] },
        { "none_last", x => x["input"][TensorIndex.Ellipsis, TensorIndex.None] },
        { "true", x => x["input"][TensorIndex.Bool(true)] },
        { "true/tensor", x => x["input"][tensor(true)] },
        { "false", x => x["input"][TensorIndex.Bool(false)] },
        { "mask", x => x["input"][x["mask"]] },
        { "mask_of_cube", x => x["input"][x["mask"]] },
        { "mask_of_rows", x => x["input"][TensorIndex.Colon, TensorIndex.Tensor(x["mask"])] },
        { "positions", x => x["input"].index(x["index"]) },
        { "positions_later", x => x["input"][TensorIndex.Ellipsis, TensorIndex.Tensor(x["index"])] },
        { "positions_and_slice", x => x["input"][TensorIndex.Tensor(x["index"]), TensorIndex.Slice(1), 0] },
        { "positions_twice", x => x["input"][x["index"], x["other"]] },
        { "positions_apart", x => x["input"][TensorIndex.Tensor(x["index"]), TensorIndex.Colon, TensorIndex.Tensor(x["other"])] },
        { "positions_broadcast", x => x["input"][x["index"], x["other"]] },
        { "position_as_tensor", x => x["input"][x["index"]] },
        { "set_one", x => Changed(x["input"], copy => copy[1] = x["value"]) },
        { "set_one/params", x => Changed(x["input"], copy => copy[(long[])[1]] = x["value"]) },
        { "set_three", x => Changed(x["input"], copy => copy[1, 2, 3] = x["value"]) },
        { "set_range", x => Changed(x["input"], copy => copy[.., 1..3] = x["value"]) },
        { "set_leading_ones", x => Changed(x["input"], copy => copy[(TensorIndex)0] = x["value"]) },
        { "set_ellipsis", x => Changed(x["input"], copy => copy[TensorIndex.Ellipsis, 0] = x["value"]) },
        { "set_mask", x => Changed(x["input"], copy => copy[x["mask"]] = x["value"]) },
        { "set_mask/index_put_", x => x["input"].clone().index_put_(x["value"], x["mask"]) },
        { "set_positions", x => Changed(x["input"], copy => copy[TensorIndex.Colon, TensorIndex.Tensor(x["index"])] = x["value"]) },
        { "set_positions/index_put_", x => x["input"].clone().index_put_(x["value"], TensorIndex.Colon, TensorIndex.Tensor(x["index"])) },
        { "set_number", x => x["input"].clone().index_put_((Scalar)2.5, TensorIndex.Colon, 1) },
        { "set_number_mask", x => x["input"].clone().index_put_((Scalar)(-1), x["mask"]) },
        { "accumulate", x => x["input"].clone().index_put_(x["value"], [x["index"]], accumulate: true) },
        { "accumulate/indices", x => x["input"].clone().index_put_(x["value"], [TensorIndex.Tensor(x["index"])], accumulate: true) },
    };

    public static TheoryData<string> Labels => Cases.Labels;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Member_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    [Fact]
    public void Index_NoTensorAmongThem_SharesTheMemory()
    {
        using var scope = NewDisposeScope();
        var source = zeros(2, 3);
        source[1, TensorIndex.Ellipsis, 1..].fill_(5);
        source[TensorIndex.Ellipsis][0, 0].fill_(2);
        Assert.Equal([2, 0, 0, 0, 5, 5], TensorValues.Read(source));
    }

    [Fact]
    public void IndexPut_AccumulateWithoutTensor_Adds()
    {
        using var scope = NewDisposeScope();
        var x = ones(3);
        Assert.Same(x, x.index_put_(tensor([1f, 2f]), [TensorIndex.Slice(1)], accumulate: true));
        Assert.Equal([1, 2, 3], TensorValues.Read(x));
    }

    [Fact]
    public void Indexer_OutOfRange_ThrowsLibtorchsMessage()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3);
        var far = Assert.Throws<ExternalException>(() => x[2]);
        Assert.StartsWith("select(): index 2 out of range for tensor of size [2, 3] at dimension 0", far.Message, StringComparison.Ordinal);
        var deep = Assert.Throws<ExternalException>(() => x[0, 0, 0]);
        Assert.StartsWith("select() cannot be applied to a 0-dim tensor.", deep.Message, StringComparison.Ordinal);
        Assert.Throws<ExternalException>(() => x[-3]);
    }

    [Fact]
    public void Index_MorePartsThanDimensions_Throws()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3);
        var failure = Assert.Throws<ExternalException>(() => x[TensorIndex.Ellipsis, 0, 0, 0]);
        Assert.Equal("too many indices for tensor of dimension 2", failure.Message);
    }

    [Fact]
    public void Index_BadParts_Throw()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3);
        Assert.Throws<ExternalException>(() => x[TensorIndex.Slice(0, 2, 0)]);
        Assert.Throws<ExternalException>(() => x[TensorIndex.Slice(0, 2, -1)]);
        Assert.Throws<ExternalException>(() => x[tensor([9L])]);
        Assert.Throws<ExternalException>(() => x[tensor([0.5f])]);
        Assert.Throws<ExternalException>(() => x[tensor([true, false, true])]);
        Assert.Throws<ExternalException>(() => x[0] = zeros(2));
        Assert.Throws<InvalidOperationException>(() => (Tensor)TensorIndex.Colon);
    }

    [Fact]
    public void Index_ManyViewsOnTheWay_LeavesOnlyTheResult()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3, 4);
        var before = scope.DisposablesCount;
        _ = x[0, TensorIndex.None, 1.., 2];
        _ = x[0, 1, 2];
        x[0, 1..] = ones(4);
        Assert.Equal(before + 3, scope.DisposablesCount);
    }

    private static Tensor Changed(Tensor source, Action<Tensor> write)
    {
        var copy = source.clone();
        write(copy);
        return copy;
    }
}
