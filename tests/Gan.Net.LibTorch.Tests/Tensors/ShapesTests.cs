using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class ShapesTests
{
    private static readonly ReferenceCases Cases = new("shapes")
    {
        { "view", x => x["input"].view(3, -1) },
        { "view_as", x => x["input"].view_as(x["other"]) },
        { "reshape", x => x["input"].t().reshape(2, 6) },
        { "reshape/torch.reshape", x => reshape(x["input"].t(), 2, 6) },
        { "flatten", x => x["input"].flatten() },
        { "flatten_from", x => x["input"].flatten(1) },
        { "flatten_between/torch.flatten", x => flatten(x["input"], 0, 1) },
        { "unflatten", x => x["input"].unflatten(1, 2, -1) },
        { "unflatten/torch.unflatten", x => unflatten(x["input"], 1, 2, 3) },
        { "unflatten/size", x => unflatten(x["input"], 1, new Size((2, 3))) },
        { "ravel", x => x["input"].ravel() },
        { "ravel/torch.ravel", x => ravel(x["input"]) },
        { "squeeze", x => x["input"].squeeze() },
        { "squeeze/torch.squeeze", x => squeeze(x["input"]) },
        { "squeeze_dim/squeeze", x => x["input"].squeeze(0) },
        { "squeeze_", x => x["input"].clone().squeeze_() },
        { "squeeze__dim/torch.squeeze_", x => squeeze_(x["input"].clone(), -1) },
        { "unsqueeze", x => x["input"].unsqueeze(1) },
        { "unsqueeze/torch.unsqueeze", x => unsqueeze(x["input"], 1) },
        { "unsqueeze_", x => x["input"].clone().unsqueeze_(-1) },
        { "unsqueeze_/torch.unsqueeze_", x => unsqueeze_(x["input"].clone(), -1) },
        { "permute", x => x["input"].permute(2, 0, 1) },
        { "permute/list", x => x["input"].permute(new List<long> { 2, 0, 1 }) },
        { "permute/torch.permute", x => permute(x["input"], 2, 0, 1) },
        { "transpose", x => x["input"].transpose(0, -1) },
        { "transpose/torch.transpose", x => transpose(x["input"], 0, -1) },
        { "transpose/swapaxes", x => x["input"].swapaxes(0, -1) },
        { "transpose/swapdims", x => x["input"].swapdims(0, -1) },
        { "transpose/torch.swapaxes", x => swapaxes(x["input"], 0, -1) },
        { "transpose/torch.swapdims", x => swapdims(x["input"], 0, -1) },
        { "transpose_", x => x["input"].clone().transpose_(0, 1) },
        { "t", x => x["input"].t() },
        { "t/torch.t", x => torch.t(x["input"]) },
        { "t/H", x => x["input"].H },
        { "T", x => x["input"].T },
        { "mT", x => x["input"].mT },
        { "mT/adjoint", x => x["input"].adjoint() },
        { "mT/torch.adjoint", x => adjoint(x["input"]) },
        { "movedim", x => x["input"].movedim([0, 1], [1, 2]) },
        { "movedim/moveaxis", x => x["input"].moveaxis([0, 1], [1, 2]) },
        { "movedim/torch.movedim", x => movedim(x["input"], [0, 1], [1, 2]) },
        { "movedim/torch.moveaxis", x => moveaxis(x["input"], [0, 1], [1, 2]) },
        { "movedim_one/torch.movedim", x => movedim(x["input"], 0, 2) },
        { "movedim_one/torch.moveaxis", x => moveaxis(x["input"], 0, 2) },
        { "atleast_1d", x => x["input"].atleast_1d() },
        { "atleast_2d", x => x["input"].atleast_2d() },
        { "atleast_3d", x => x["input"].atleast_3d() },
        { "as_strided", x => x["input"].as_strided([3, 2], [2, 3], 1) },
        { "unfold", x => x["input"].unfold(1, 3, 2) },
        { "expand", x => x["input"].expand(2, -1, 3) },
        { "expand/array", x => x["input"].expand((long[])[2, -1, 3], true) },
        { "expand/span", x => x["input"].expand((ReadOnlySpan<long>)[2, -1, 3], false) },
        { "expand/size", x => x["input"].expand(new Size((2, 4, 3))) },
        { "expand_as", x => x["input"].expand_as(x["other"]) },
        { "broadcast_to", x => x["input"].broadcast_to(2, 4, 3) },
        { "broadcast_to/torch.broadcast_to", x => broadcast_to(x["input"], 2, 4, 3) },
        { "repeat", x => x["input"].repeat(2, 1, 3) },
        { "repeat_interleave", x => x["input"].repeat_interleave(2, 1) },
        { "repeat_interleave/torch.repeat_interleave", x => repeat_interleave(x["input"], 2, 1) },
        { "repeat_interleave_flat", x => x["input"].repeat_interleave(3) },
        { "repeat_interleave_each", x => x["input"].repeat_interleave(x["repeats"], 0) },
        { "repeat_interleave_each/known", x => repeat_interleave(x["input"], x["repeats"], 0, 3) },
        { "tile", x => x["input"].tile([2, 2]) },
        { "tile/torch.tile", x => tile(x["input"], [2, 2]) },
        { "flip", x => x["input"].flip(0, 2) },
        { "flip/torch.flip", x => flip(x["input"], 0, 2) },
        { "fliplr", x => x["input"].fliplr() },
        { "fliplr/torch.fliplr", x => fliplr(x["input"]) },
        { "flipud", x => x["input"].flipud() },
        { "flipud/torch.flipud", x => flipud(x["input"]) },
        { "roll", x => x["input"].roll(1, 0) },
        { "roll/torch.roll", x => roll(x["input"], 1, 0) },
        { "roll/array", x => x["input"].roll((long[])[1]) },
        { "roll/torch.array", x => roll(x["input"], (long[])[1]) },
        { "roll_flat", x => x["input"].roll(2) },
        { "roll_flat/span", x => x["input"].roll((ReadOnlySpan<long>)[2]) },
        { "roll_dims", x => x["input"].roll([1, -1], [0, 1]) },
        { "roll_dims/tuple", x => x["input"].roll((1, -1), (0, 1)) },
        { "roll_dims/torch.array", x => roll(x["input"], (long[])[1, -1], (long[])[0, 1]) },
        { "roll_dims/torch.span", x => roll(x["input"], (ReadOnlySpan<long>)[1, -1], (ReadOnlySpan<long>)[0, 1]) },
        { "roll_dims/torch.tuple", x => roll(x["input"], (1, -1), (0, 1)) },
        { "roll_three", x => x["input"].roll((1, -1, 2), (0, 1, 2)) },
        { "roll_three/torch.roll", x => roll(x["input"], (1, -1, 2), (0, 1, 2)) },
        { "rot90", x => x["input"].rot90() },
        { "rot90_plane/torch.rot90", x => rot90(x["input"], -1, (1, 2)) },
        { "view_as_real", x => (x["input"].view_as_complex() * 1).view_as_real() },
        { "view_as_real/torch.view_as_real", x => view_as_real(view_as_complex(x["input"]) * 1) },
        { "real", x => x["input"].view_as_complex().real },
        { "real/torch.real", x => real(view_as_complex(x["input"])) },
        { "imag", x => x["input"].view_as_complex().imag },
        { "imag/torch.imag", x => imag(view_as_complex(x["input"])) },
        { "conj", x => x["input"].view_as_complex().conj().resolve_conj().view_as_real() },
        { "conj/torch.conj", x => view_as_real(resolve_conj(conj(view_as_complex(x["input"])))) },
        { "angle", x => x["input"].view_as_complex().angle() },
        { "angle/torch.angle", x => angle(view_as_complex(x["input"])) },
        { "resolve_neg", x => x["input"].view_as_complex().conj().imag.resolve_neg() },
        { "resolve_neg/torch.resolve_neg", x => resolve_neg(imag(conj(view_as_complex(x["input"])))) },
        { "mH", x => x["input"].view_as_complex().mH.imag },
    };

    public static TheoryData<string> Labels => Cases.Labels;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Member_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    [Fact]
    public void InPlaceForms_Call_ReturnTheTensorItself()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, 2, 3);
        Assert.Same(x, x.unsqueeze_(0));
        Assert.Same(x, x.squeeze_(0));
        Assert.Same(x, x.squeeze_());
        Assert.Same(x, x.transpose_(0, 1));
        Assert.Equal([3, 2], x.shape);
    }

    [Fact]
    public void View_Write_ReachesTheSource()
    {
        using var scope = NewDisposeScope();
        var source = zeros(2, 3);
        source.view(6).select(0, 4).fill_(7);
        Assert.Equal(7, source[1, 1].ReadCpuSingle(0));
    }

    [Fact]
    public void Conj_Unresolved_RefusesToShowItsMemory()
    {
        using var scope = NewDisposeScope();
        var lazy = tensor(new double[,] { { 1, 2 } }).view_as_complex().conj();
        Assert.True(lazy.is_conj() && is_conj(lazy) && lazy.imag.is_neg());
        Assert.Contains("resolve_conj()", Assert.Throws<ExternalException>(() => lazy.bytes.Length).Message, StringComparison.Ordinal);
        Assert.Throws<ExternalException>(() => lazy.imag.data<double>());
        Assert.Equal([new System.Numerics.Complex(1, -2)], lazy.resolve_conj().data<System.Numerics.Complex>().ToArray());
        Assert.Equal("[-2]", lazy.imag.npstr());
    }

    [Fact]
    public void T_FourDimensions_ReversesThem() => Assert.Equal([5, 4, 3, 2], zeros(2, 3, 4, 5).T.shape);
}
