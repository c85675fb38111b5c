using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class ReductionTests
{
    private const ScalarType Single = ScalarType.Float32;

    private static readonly ReferenceCases Cases = new ReferenceCases("reductions")
        {
            { "cov_weighted/cov", x => x["input"].cov(0, x["frequencies"], x["weights"]) },
            { "cov_weighted/torch.cov", x => torch.cov(x["input"], 0, x["frequencies"], x["weights"]) },
        }
        .Unary("sum", x => x.sum(), null, x => torch.sum(x))
        .Unary("sum", x => x.sum(), null, x => torch.sum(x), like: "sum_int")
        .Unary("sum", x => x.sum(Single), null, x => torch.sum(x, Single), like: "sum_float")
        .Unary("sum", x => x.sum(1), null, x => torch.sum(x, 1), like: "sum_1")
        .Unary("sum", x => x.sum(1, true), null, x => torch.sum(x, 1, true), like: "sum_1_keep")
        .Unary("sum", x => x.sum(0, 2), like: "sum_02")
        .Unary("sum array", x => x.sum(new long[] { 0, 2 }), like: "sum_02")
        .Unary("sum", x => x.sum(0, 1, 2), like: "sum_012")
        .Unary("sum", x => x.sum(0, 2, true, Single), null, x => torch.sum(x, stackalloc long[] { 0, 2 }, true, Single), like: "sum_02_keep_float")
        .Unary("sum span", x => x.sum(stackalloc long[] { 0, 2 }, true, Single), like: "sum_02_keep_float")
        .Unary("sum array", x => x.sum(new long[] { 0, 2 }, true, Single), like: "sum_02_keep_float")
        .Unary("mean", x => x.mean(), null, torch.mean)
        .Unary("mean", x => x.mean([0, 2]), null, x => torch.mean(x, [0, 2]), like: "mean_02")
        .Unary("mean", x => x.mean([0, 2], true, Single), null, x => torch.mean(x, [0, 2], true, Single), like: "mean_02_keep_float")
        .Unary("prod", x => x.prod(), null, x => torch.prod(x))
        .Unary("prod", x => x.prod(Single), null, x => torch.prod(x, Single), like: "prod_float")
        .Unary("prod", x => x.prod(1), null, x => torch.prod(x, 1), like: "prod_1")
        .Unary("prod", x => x.prod(1, true, Single), null, x => torch.prod(x, 1, true, Single), like: "prod_1_keep_float")
        .Unary("nansum", x => x.nansum(), null, torch.nansum)
        .Unary("nanmean", x => x.nanmean(), null, x => torch.nanmean(x))
        .Unary("nanmean", x => x.nanmean(1, true), null, x => torch.nanmean(x, 1, true), like: "nanmean_1_keep")
        .Unary("nanmean", x => x.nanmean(0, dtype: Single), null, x => torch.nanmean(x, 0, false, Single), like: "nanmean_0_float")
        .Unary("any", x => x.any(), null, torch.any)
        .Unary("any", x => x.any(0), null, x => torch.any(x, 0), like: "any_0")
        .Unary("any", x => x.any(0, true), null, x => torch.any(x, 0, true), like: "any_0_keep")
        .Unary("all", x => x.all(), null, torch.all)
        .Unary("all", x => x.all(1), null, x => torch.all(x, 1), like: "all_1")
        .Unary("all", x => x.all(1, true), null, x => torch.all(x, 1, true), like: "all_1_keep")
        .Unary("count_nonzero", x => x.count_nonzero(), null, x => torch.count_nonzero(x))
        .Unary("count_nonzero", x => x.count_nonzero([0]), null, x => torch.count_nonzero(x, [0]), like: "count_nonzero_0")
        .Unary("norm", x => x.norm(), null, torch.norm)
        .Unary("norm", x => x.norm(3f), null, x => torch.norm(x, 3f), like: "norm_3")
        .Unary("norm", x => x.norm(1), null, x => torch.norm(x, 1), like: "norm_dim")
        .Unary("norm", x => x.norm(1, true, 3), null, x => torch.norm(x, 1, true, 3), like: "norm_dim_keep_3")
        .Binary("dist", (x, y) => x.dist(y), null, (x, y) => torch.dist(x, y))
        .Binary("dist", (x, y) => x.dist(y, 3), null, (x, y) => torch.dist(x, y, 3), like: "dist_3")
        .Unary("logsumexp", x => x.logsumexp(1), null, x => torch.logsumexp(x, 1))
        .Unary("logsumexp", x => x.logsumexp(2, true), null, x => torch.logsumexp(x, 2, true), like: "logsumexp_keep")
        .Unary("cumsum", x => x.cumsum(1), null, x => torch.cumsum(x, 1))
        .Unary("cumsum", x => x.cumsum(1, Single), null, x => torch.cumsum(x, 1, Single), like: "cumsum_float")
        .Unary("cumprod", x => x.cumprod(1), null, x => torch.cumprod(x, 1))
        .Unary("cumprod", x => x.cumprod(1, Single), null, x => torch.cumprod(x, 1, Single), like: "cumprod_float")
        .Unary("logcumsumexp", x => x.logcumsumexp(1), null, x => torch.logcumsumexp(x, 1))
        .Unary("cov", x => x.cov(), null, x => torch.cov(x))
        .Unary("corrcoef", x => x.corrcoef(), null, torch.corrcoef);

    public static TheoryData<string> Labels => Cases.Labels;

    internal static ReferenceCases Table => Cases;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Member_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();
}
