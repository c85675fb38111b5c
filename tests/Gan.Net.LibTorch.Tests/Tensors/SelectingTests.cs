using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class SelectingTests
{
    private static readonly ReferenceCases Cases = new("selecting")
    {
        { "select", x => x["input"].select(1, -1) },
        { "select/torch.select", x => select(x["input"], 1, -1) },
        { "narrow", x => x["input"].narrow(1, 1, 2) },
        { "narrow/torch.narrow", x => narrow(x["input"], 1, 1, 2) },
        { "slice", x => x["input"].slice(1, 1, 6, 2) },
        { "index_select", x => x["input"].index_select(1, x["index"]) },
        { "index_select/torch.index_select", x => index_select(x["input"], 1, x["index"]) },
        { "gather", x => x["input"].gather(1, x["index"]) },
        { "gather/torch.gather", x => gather(x["input"], 1, x["index"]) },
        { "gather/torch.sparse", x => gather(x["input"], 1, x["index"], false) },
        { "take", x => x["input"].take(x["index"]) },
        { "take/torch.take", x => take(x["input"], x["index"]) },
        { "take_along_dim", x => x["input"].take_along_dim(x["index"], 1) },
        { "take_along_dim/torch.take_along_dim", x => take_along_dim(x["input"], x["index"], 1) },
        { "take_along_dim_flat", x => x["input"].take_along_dim(x["index"]) },
        { "take_along_dim_flat/list", x => x["input"].take_along_dim(new List<long> { 2, 0, 2 }) },
        { "where", x => x["input"].where(x["mask"], x["other"]) },
        { "where/torch.where", x => where(x["mask"], x["input"], x["other"]) },
        { "where_indices", x => where(x["mask"]) },
        { "nonzero", x => x["mask"].nonzero() },
        { "nonzero/torch.nonzero", x => nonzero(x["mask"]) },
        { "nonzero_as_list", x => x["mask"].nonzero_as_list().ToArray() },
        { "argwhere", x => x["mask"].argwhere() },
        { "argwhere/torch.argwhere", x => argwhere(x["mask"]) },
        { "scatter", x => x["input"].scatter(1, x["index"], x["src"]) },
        { "scatter/torch.scatter", x => scatter(x["input"], 1, x["index"], x["src"]) },
        { "scatter_", x => x["input"].clone().scatter_(1, x["index"], x["src"]) },
        { "scatter_/torch.scatter_", x => scatter_(x["input"].clone(), 1, x["index"], x["src"]) },
        { "scatter_add", x => x["input"].scatter_add(0, x["index"], x["src"]) },
        { "scatter_add/torch.scatter_add", x => scatter_add(x["input"], 0, x["index"], x["src"]) },
        { "scatter_add_", x => x["input"].clone().scatter_add_(0, x["index"], x["src"]) },
        { "scatter_add_/torch.scatter_add_", x => scatter_add_(x["input"].clone(), 0, x["index"], x["src"]) },
        { "select_scatter", x => x["input"].select_scatter(x["src"], 0, 1) },
        { "select_scatter/torch.select_scatter", x => select_scatter(x["input"], x["src"], 0, 1) },
        { "slice_scatter", x => x["input"].slice_scatter(x["src"], 1, 1, null, 2) },
        { "slice_scatter/torch.slice_scatter", x => slice_scatter(x["input"], x["src"], 1, 1, 5, 2) },
        { "diagonal_scatter", x => x["input"].diagonal_scatter(x["src"], 1) },
        { "diagonal_scatter/torch.diagonal_scatter", x => diagonal_scatter(x["input"], x["src"], 1) },
        { "masked_scatter", x => x["input"].masked_scatter(x["mask"], x["src"]) },
        { "masked_scatter_", x => x["input"].clone().masked_scatter_(x["mask"], x["src"]) },
        { "index_add", x => x["input"].index_add(0, x["index"], x["src"], 2) },
        { "index_add/torch.index_add", x => index_add(x["input"], 0, x["index"], x["src"], 2) },
        { "index_add_", x => x["input"].clone().index_add_(0, x["index"], x["src"], -0.5) },
        { "index_add_/torch.index_add_", x => index_add_(x["input"].clone(), 0, x["index"], x["src"], -0.5) },
        { "index_copy", x => x["input"].index_copy(0, x["index"], x["src"]) },
        { "index_copy/torch.index_copy", x => index_copy(x["input"], 0, x["index"], x["src"]) },
        { "index_copy_", x => x["input"].clone().index_copy_(0, x["index"], x["src"]) },
        { "index_copy_/torch.index_copy_", x => index_copy_(x["input"].clone(), 0, x["index"], x["src"]) },
        { "index_fill", x => x["input"].index_fill(1, x["index"], 1.5) },
        { "index_fill/torch.index_fill", x => index_fill(x["input"], 1, x["index"], 1.5) },
        { "index_fill_", x => x["input"].clone().index_fill_(1, x["index"], -2) },
        { "index_fill_/torch.index_fill_", x => index_fill_(x["input"].clone(), 1, x["index"], -2) },
        { "diag", x => x["input"].diag(1) },
        { "diag/torch.diag", x => diag(x["input"], 1) },
        { "diag_build", x => x["input"].diag() },
        { "diagonal", x => x["input"].diagonal(-1, 0, 2) },
        { "diagonal/torch.diagonal", x => diagonal(x["input"], -1, 0, 2) },
        { "diagonal/torch.linalg.diagonal", x => linalg.diagonal(x["input"], -1, 0, 2) },
        { "diag_embed", x => x["input"].diag_embed(1) },
        { "diag_embed/torch.diag_embed", x => diag_embed(x["input"], 1) },
        { "diagflat", x => x["input"].diagflat() },
        { "diagflat/torch.diagflat", x => diagflat(x["input"]) },
        { "tril", x => x["input"].tril() },
        { "tril/torch.tril", x => tril(x["input"]) },
        { "tril_", x => x["input"].clone().tril_(-1) },
        { "tril_/torch.tril_", x => tril_(x["input"].clone(), -1) },
        { "triu", x => x["input"].triu(1) },
        { "triu/torch.triu", x => triu(x["input"], 1) },
        { "triu_", x => x["input"].clone().triu_() },
        { "triu_/torch.triu_", x => triu_(x["input"].clone()) },
        { "trace", x => x["input"].trace() },
        { "trace/torch.trace", x => trace(x["input"]) },
        { "bucketize", _ => Places().bucketize(Borders()) },
        { "bucketize/torch.bucketize", _ => bucketize(Places(), Borders()) },
        { "bucketize_right", _ => Places().bucketize(Borders(), true, true) },
        { "searchsorted", _ => searchsorted(Borders(), Places()) },
        { "searchsorted_right", _ => searchsorted(Borders().flip(0), Places(), right: true, sorter: tensor([3L, 1, 2, 0])) },
        { "searchsorted_number", _ => searchsorted(Borders(), 0.5, true, false, null!) },
        { "diff", x => x["input"].diff() },
        { "diff_edges", x => x["input"].diff(2, 0, x["prepend"], x["append"]) },
        { "diff_edges/torch.diff", x => diff(x["input"], 2, 0, x["prepend"], x["append"]) },
        { "tril_indices", _ => tril_indices(3, 3, -1) },
        { "triu_indices", _ => triu_indices(2, 3) },
    };

    public static TheoryData<string> Labels => Cases.Labels;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Member_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    [Fact]
    public void TakeAlongDim_ListOfPositions_TakesAlongTheDimension()
    {
        using var scope = NewDisposeScope();
        var source = tensor([10L, 20L, 30L]);
        Assert.Equal([30, 10], TensorValues.Read(source.take_along_dim([2, 0], 0)));
        Assert.Equal([30, 10], TensorValues.Read(take_along_dim(source, new List<long> { 2, 0 })));
    }

    [Fact]
    public void InPlaceForms_Call_ReturnTheTensorItself()
    {
        using var scope = NewDisposeScope();
        var x = zeros(3);
        var at = tensor([1L]);
        var one = ones(1);
        Assert.Same(x, x.scatter_(0, at, one));
        Assert.Same(x, x.scatter_add_(0, at, one));
        Assert.Same(x, x.index_add_(0, at, one, 2));
        Assert.Same(x, x.masked_scatter_(tensor([true, false, false]), one));
        Assert.Equal([1, 4, 0], TensorValues.Read(x));
        Assert.Same(x, x.index_copy_(0, at, one));
        Assert.Same(x, x.index_fill_(0, tensor([2L]), 9));
        Assert.Equal([1, 1, 9], TensorValues.Read(x));
    }

    [Fact]
    public void Where_ConditionNotBoolean_Throws()
    {
        using var scope = NewDisposeScope();
        var numbers = ones(2);
        const string message = "The condition to 'where' must be a boolean tensor; this one is Float32.";
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => where(numbers)).Message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => where(numbers, numbers, numbers)).Message);
    }

    private static Tensor Borders() => tensor([-1.0, 0, 0, 1]);

    private static Tensor Places() => tensor([-2.0, 0, 0.5, 3]);
}
