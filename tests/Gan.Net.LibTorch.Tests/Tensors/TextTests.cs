using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class TextTests
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    [Fact]
    public void ToString_Tensor_IsShapeTypeAndDevice()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("[2x3], type = Float32, device = cpu", zeros(2, 3).ToString());
        Assert.Equal("[], type = Int64, device = cpu", tensor(1L).metastr());
        Assert.Equal("[2], type = Float32, device = meta", zeros(2, device: META).str());
        Assert.Equal("[2x3], type = Float32, device = cpu", zeros(2, 3).ToString(false));
    }

    [Fact]
    public void Str_Matrices_AlignedBelowTheDescription()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("[], type = Float64, device = cpu, value = 1.5", Text(tensor(1.5)));
        Assert.Equal("[2], type = Bool, device = cpu\n True False\n", Text(tensor([true, false])));
        Assert.Equal("[2x2], type = Int32, device = cpu\n 1  20\n 3 -40\n", Text(tensor(new[,] { { 1, 20 }, { 3, -40 } })));
        Assert.Equal(
            "[2x1x2], type = Int64, device = cpu\n\n[0,..,..] =\n 0 1\n\n[1,..,..] =\n 2 3\n", Text(arange(4).reshape(2, 1, 2)));
        Assert.Equal(Text(tensor(1.5)), tensor(1.5).ToString(true, cultureInfo: Invariant, newLine: "\n"));
    }

    [Fact]
    public void Str_LongRow_EndsAtTheWidth() =>
        Assert.Equal("[9], type = Int64, device = cpu\n 0 1 2 ...\n", arange(9).jlstr(width: 10, newLine: "\n", cultureInfo: Invariant));

    [Fact]
    public void NpStr_Dimensions_NestedBrackets()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("[[1, 2]\n [3, 4]]", tensor(new[,] { { 1, 2 }, { 3, 4 } }).npstr(newLine: "\n"));
        Assert.Equal("[[[0, 1]]\n\n [[2, 3]]]", arange(4).reshape(2, 1, 2).npstr(newLine: "\n"));
        Assert.Equal("[0, 1, 2, ... 7, 8, 9]", arange(10).npstr());
        Assert.Equal("[[0]\n [1]\n [2]\n  ...\n [7]\n [8]\n [9]]", arange(10).reshape(10, 1).npstr(newLine: "\n"));
        Assert.Equal("[]", zeros(0).npstr());
        Assert.Equal("[1.2346, NaN, 1e+10]", tensor([1.23456, double.NaN, 1e10]).npstr(cultureInfo: Invariant));
        Assert.Equal("[1.23]", tensor([1.23456f]).npstr("f2", cultureInfo: Invariant));
        Assert.Equal("[1+2i, -1i]", view_as_complex(tensor(new double[,] { { 1, 2 }, { 0, -1 } })).npstr(cultureInfo: Invariant));
    }

    [Fact]
    public void Str_Recorded_LeavesNoTensorBehind()
    {
        using var scope = NewDisposeScope();
        var x = ones(20, 20, requires_grad: true);
        var before = scope.DisposablesCount;
        _ = x.str() + x.npstr();
        Assert.Equal(before, scope.DisposablesCount);
    }

    [Fact]
    public void DefaultStyle_SetToDefault_Throws()
    {
        Assert.Equal(TorchSharp.TensorStringStyle.Julia, torch.TensorStringStyle);
        Assert.Throws<ArgumentException>(() => torch.TensorStringStyle = TorchSharp.TensorStringStyle.Default);
    }

    private static string Text(Tensor tensor) => tensor.str(cultureInfo: Invariant, newLine: "\n");
}
