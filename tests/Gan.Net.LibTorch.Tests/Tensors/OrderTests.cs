using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

/// <summary>The largest, the smallest, and what sorting tells.</summary>
public sealed class OrderTests
{
    private static readonly ReferenceCases Cases = new ReferenceCases("order")
        {
            { "max_dim/max", x => Both(x["input"].max(1)) },
            { "max_dim/torch.max", x => Both(torch.max(x["input"], 1)) },
            { "max_dim_keep/max", x => Both(x["input"].max(2, true)) },
            { "max_dim_keep/torch.max", x => Both(torch.max(x["input"], 2, true)) },
            { "cummax/cummax", x => Both(x["input"].cummax(1)) },
            { "cummax/torch.cummax", x => Both(torch.cummax(x["input"], 1)) },
            { "min_dim/min", x => Both(x["input"].min(1)) },
            { "min_dim/torch.min", x => Both(torch.min(x["input"], 1)) },
            { "min_dim_keep/min", x => Both(x["input"].min(2, true)) },
            { "min_dim_keep/torch.min", x => Both(torch.min(x["input"], 2, true)) },
            { "cummin/cummin", x => Both(x["input"].cummin(1)) },
            { "cummin/torch.cummin", x => Both(torch.cummin(x["input"], 1)) },
            { "aminmax/aminmax", x => Both(x["input"].aminmax()) },
            { "aminmax/torch.aminmax", x => Both(torch.aminmax(x["input"])) },
            { "aminmax/aminmax last", x => Both(x["input"].aminmax(-1)) },
            { "aminmax/torch.aminmax last", x => Both(torch.aminmax(x["input"], -1)) },
            { "aminmax_dim_keep/aminmax", x => Both(x["input"].aminmax(1, true)) },
            { "aminmax_dim_keep/torch.aminmax", x => Both(torch.aminmax(x["input"], 1, true)) },
            { "sort/sort", x => Both(x["input"].sort()) },
            { "sort/torch.sort", x => Both(torch.sort(x["input"])) },
            { "sort_stable/sort", x => Both(x["input"].sort(1, true, true)) },
            { "sort_stable/torch.sort", x => Both(torch.sort(x["input"], 1, true, true)) },
            { "sort_dim_descending/sort", x => Both(x["input"].sort(1, true)) },
            { "sort_dim_descending/torch.sort", x => Both(torch.sort(x["input"], 1, true)) },
            { "topk/topk", x => Both(x["input"].topk(2)) },
            { "topk/torch.topk", x => Both(torch.topk(x["input"], 2)) },
            { "topk_smallest/topk", x => Both(x["input"].topk(2, 1, false, true)) },
            { "topk_smallest/torch.topk", x => Both(torch.topk(x["input"], 2, 1, false, true)) },
            { "kthvalue/kthvalue", x => Both(x["input"].kthvalue(2, null)) },
            { "kthvalue/torch.kthvalue", x => Both(torch.kthvalue(x["input"], 2, null)) },
            { "kthvalue_dim_keep/kthvalue", x => Both(x["input"].kthvalue(2, 1, true)) },
            { "kthvalue_dim_keep/torch.kthvalue", x => Both(torch.kthvalue(x["input"], 2, 1, true)) },
            { "mode/mode", x => Both(x["input"].mode()) },
            { "mode/torch.mode", x => Both(torch.mode(x["input"])) },
            { "mode_dim_keep/mode", x => Both(x["input"].mode(0, true)) },
            { "mode_dim_keep/torch.mode", x => Both(torch.mode(x["input"], 0, true)) },
            { "unique/unique", x => All(x["input"].unique()) },
            { "unique/torch.unique", x => All(torch.unique(x["input"])) },
            { "unique_all/unique", x => All(x["input"].unique(true, true, true)) },
            { "unique_all/torch.unique", x => All(torch.unique(x["input"], true, true, true)) },
            { "unique_dim_all/unique", x => All(x["input"].unique(true, true, true, 1)) },
            { "unique_dim_all/torch.unique", x => All(torch.unique(x["input"], true, true, true, 1)) },
            { "unique_consecutive/unique_consecutive", x => All(x["input"].unique_consecutive()) },
            { "unique_consecutive/torch.unique_consecutive", x => All(torch.unique_consecutive(x["input"])) },
            { "unique_consecutive_all/unique_consecutive", x => All(x["input"].unique_consecutive(true, true)) },
            { "unique_consecutive_all/torch.unique_consecutive", x => All(torch.unique_consecutive(x["input"], true, true)) },
            { "unique_consecutive_dim/unique_consecutive", x => All(x["input"].unique_consecutive(true, true, 1)) },
            { "unique_consecutive_dim/torch.unique_consecutive", x => All(torch.unique_consecutive(x["input"], true, true, 1)) },
            { "quantile", x => x["input"].quantile(x["q"]) },
            { "quantile/torch.quantile", x => torch.quantile(x["input"], x["q"]) },
            { "quantile_dim_keep/quantile", x => x["input"].quantile(x["q"], 1, true) },
            { "quantile_dim_keep/torch.quantile", x => torch.quantile(x["input"], x["q"], 1, true) },
            { "nanquantile", x => x["input"].nanquantile(x["q"]) },
            { "nanquantile/torch.nanquantile", x => torch.nanquantile(x["input"], x["q"]) },
            { "nanquantile_dim_keep/nanquantile", x => x["input"].nanquantile(x["q"], 1, true) },
            { "nanquantile_dim_keep/torch.nanquantile", x => torch.nanquantile(x["input"], x["q"], 1, true) },
            { "bincount_weighted/bincount", x => x["input"].bincount(x["weights"], 5) },
            { "bincount_weighted/torch.bincount", x => torch.bincount(x["input"], x["weights"], 5) },
        }
        .Unary("max", x => x.max(), null, torch.max)
        .Binary("max", (x, y) => x.max(y), null, torch.max, like: "max_other")
        .Unary("amax", x => x.amax(0, 2), null, x => torch.amax(x, new long[] { 0, 2 }))
        .Unary("amax array", x => x.amax(new long[] { 0, 2 }, true), null, x => torch.amax(x, new long[] { 0, 2 }, true), like: "amax_keep")
        .Unary("amax span", x => x.amax(stackalloc long[] { 0, 2 }, true), null, x => torch.amax(x, stackalloc long[] { 0, 2 }, true), like: "amax_keep")
        .Unary("argmax", x => x.argmax(), null, torch.argmax)
        .Unary("argmax", x => x.argmax(1, true), null, x => torch.argmax(x, 1, true), like: "argmax_dim_keep")
        .Unary("min", x => x.min(), null, torch.min)
        .Binary("min", (x, y) => x.min(y), null, torch.min, like: "min_other")
        .Unary("amin", x => x.amin(0, 2), null, x => torch.amin(x, new long[] { 0, 2 }))
        .Unary("amin array", x => x.amin(new long[] { 0, 2 }, true), null, x => torch.amin(x, new long[] { 0, 2 }, true), like: "amin_keep")
        .Unary("amin span", x => x.amin(stackalloc long[] { 0, 2 }, true), null, x => torch.amin(x, stackalloc long[] { 0, 2 }, true), like: "amin_keep")
        .Unary("argmin", x => x.argmin(), null, torch.argmin)
        .Unary("argmin", x => x.argmin(1, true), null, x => torch.argmin(x, 1, true), like: "argmin_dim_keep")
        .Unary("msort", x => x.msort(), null, torch.msort)
        .Unary("argsort", x => x.argsort(), null, x => torch.argsort(x))
        .Unary("argsort", x => x.argsort(1, true), null, x => torch.argsort(x, 1, true), like: "argsort_dim_descending")
        .Unary("median", x => x.median(), null, torch.median)
        .Unary("nanmedian", x => x.nanmedian(), null, torch.nanmedian)
        .Unary("bincount", x => x.bincount(null), null, x => torch.bincount(x))
        .Unary("histc", x => x.histc(5), null, x => torch.histc(x, 5))
        .Unary("histc", x => x.histc(4, -1, 1), null, x => torch.histc(x, 4, -1, 1), like: "histc_bounds");

    public static TheoryData<string> Labels => Cases.Labels;

    internal static ReferenceCases Table => Cases;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Member_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    [Fact]
    public void amax_Out_IsFilled()
    {
        using var scope = NewDisposeScope();
        var matrix = TensorValues.Make(ScalarType.Float64, [2, 2], 1, 4, 3, 2);
        var target = TensorValues.Vector(0, 0);
        matrix.amax([1], false, target);
        Assert.Equal([4, 3], TensorValues.Read(target));
        matrix.amin([0], false, target);
        Assert.Equal([1, 2], TensorValues.Read(target));
    }

    [Fact]
    public void unique_PlacesNotAskedFor_NoTensorsLeft()
    {
        using var values = TensorValues.Vector(1, 1, 2);
        var before = Tensor.TotalCount;
        var (found, inverse, counts) = values.unique();
        Assert.Null(inverse);
        Assert.Null(counts);
        Assert.Equal(before + 1, Tensor.TotalCount);
        found.Dispose();
    }

    private static Tensor[] Both((Tensor First, Tensor Second) pair) => [pair.First, pair.Second];

    private static Tensor[] All((Tensor First, Tensor? Second, Tensor? Third) triple) =>
        new[] { triple.First, triple.Second, triple.Third }.OfType<Tensor>().ToArray();
}
