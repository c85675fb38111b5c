using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class ProductTests
{
    private static readonly ReferenceCases Cases = new ReferenceCases("products")
        .Binary("matmul", (x, y) => x.matmul(y), null, torch.matmul)
        .Binary("matmul", (x, y) => x.matmul(y), null, torch.matmul, like: "matmul_batch")
        .Binary("mm", (x, y) => x.mm(y), null, torch.mm)
        .Binary("mv", (x, y) => x.mv(y), null, torch.mv)
        .Binary("bmm", (x, y) => x.bmm(y), null, torch.bmm)
        .Binary("dot", (x, y) => x.dot(y), null, torch.dot)
        .Binary("vdot", (x, y) => x.vdot(y), null, torch.vdot)
        .Binary("outer", (x, y) => x.outer(y), null, torch.outer)
        .Binary("ger", (x, y) => x.ger(y), null, torch.ger, like: "outer")
        .Binary("inner", (x, y) => x.inner(y), null, torch.inner)
        .Binary("kron", (x, y) => x.kron(y), null, torch.kron)
        .Binary("tensordot", (x, y) => x.tensordot(y), null, (x, y) => torch.tensordot(x, y))
        .Binary("tensordot", (x, y) => x.tensordot(y, 1), null, (x, y) => torch.tensordot(x, y, 1), like: "tensordot_one")
        .Binary(
            "tensordot", (x, y) => x.tensordot(y, [0, 2], [1, 0]), null, (x, y) => torch.tensordot(x, y, [0, 2], [1, 0]), like: "tensordot_lists")
        .Binary(
            "tensordot pairs",
            (x, y) => x.tensordot(y, [(0, 1), (2, 0)]),
            null,
            (x, y) => torch.tensordot(x, y, [(0, 1), (2, 0)]),
            like: "tensordot_lists")
        .Binary("einsum", null, null, (x, y) => torch.einsum("bij,bjk->ik", x, y))
        .Binary("cdist", null, null, (x, y) => torch.cdist(x, y))
        .Binary("cdist exact", null, null, (x, y) => torch.cdist(x, y, 2, compute_mode.donot_use_mm_for_euclid_dist), like: "cdist")
        .Binary("cdist", null, null, (x, y) => torch.cdist(x, y, 1), like: "cdist_one")
        .Fused("addmm", (x, a, b) => x.addmm(a, b), (x, a, b) => x.addmm_(a, b))
        .Fused(
            "addmm",
            (x, a, b) => x.addmm(a, b, 0.5f, 2),
            (x, a, b) => x.addmm_(a, b, 0.5f, 2),
            (x, a, b) => torch.addmm(x, a, b, 0.5f, 2),
            (x, a, b) => torch.addmm_(x, a, b, 0.5f, 2),
            like: "addmm_scaled")
        .Fused("addmv", (x, a, b) => x.addmv(a, b), (x, a, b) => x.addmv_(a, b))
        .Fused(
            "addmv",
            (x, a, b) => x.addmv(a, b, 0.5f, 2),
            (x, a, b) => x.addmv_(a, b, 0.5f, 2),
            (x, a, b) => torch.addmv(x, a, b, 0.5f, 2),
            (x, a, b) => torch.addmv_(x, a, b, 0.5f, 2),
            like: "addmv_scaled")
        .Fused("addr", (x, a, b) => x.addr(a, b), (x, a, b) => x.addr_(a, b), (x, a, b) => torch.addr(x, a, b))
        .Fused(
            "addr",
            (x, a, b) => x.addr(a, b, 0.5f, 2),
            (x, a, b) => x.addr_(a, b, 0.5f, 2),
            (x, a, b) => torch.addr(x, a, b, 0.5f, 2),
            (x, a, b) => torch.addr_(x, a, b, 0.5f, 2),
            like: "addr_scaled")
        .Fused("addbmm", (x, a, b) => x.addbmm(a, b), (x, a, b) => x.addbmm_(a, b), (x, a, b) => torch.addbmm(x, a, b))
        .Fused(
            "addbmm",
            (x, a, b) => x.addbmm(a, b, 0.5f, 2),
            (x, a, b) => x.addbmm_(a, b, 0.5f, 2),
            (x, a, b) => torch.addbmm(x, a, b, 0.5f, 2),
            (x, a, b) => torch.addbmm_(x, a, b, 0.5f, 2),
            like: "addbmm_scaled")
        .Fused("baddbmm", (x, a, b) => x.baddbmm(a, b), null, (x, a, b) => torch.baddbmm(x, a, b))
        .Fused("baddbmm", (x, a, b) => x.baddbmm(a, b, 0.5f, 2), null, (x, a, b) => torch.baddbmm(x, a, b, 0.5f, 2), like: "baddbmm_scaled");

    public static TheoryData<string> Labels => Cases.Labels;

    internal static ReferenceCases Table => Cases;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Member_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    [Fact]
    public void dot_LengthsDiffer_Throws()
    {
        using var two = TensorValues.Vector(1, 2);
        using var three = TensorValues.Vector(1, 2, 3);
        Assert.Equal("dot arguments must have the same shape.", Assert.Throws<InvalidOperationException>(() => two.dot(three)).Message);
        Assert.Equal("vdot arguments must have the same shape.", Assert.Throws<InvalidOperationException>(() => two.vdot(three)).Message);
    }

    [Fact]
    public void tensordot_NegativeDims_Throws()
    {
        using var two = TensorValues.Vector(1, 2);
        Assert.Equal("dims", Assert.Throws<ArgumentOutOfRangeException>(() => two.tensordot(two, -1)).ParamName);
    }

    [Fact]
    public void cdist_NegativePower_Throws()
    {
        using var rows = TensorValues.Make(ScalarType.Float64, [1, 2], 1, 2);
        Assert.Equal("p must be non-negative", Assert.Throws<ArgumentException>(() => torch.cdist(rows, rows, -1)).Message);
    }
}
