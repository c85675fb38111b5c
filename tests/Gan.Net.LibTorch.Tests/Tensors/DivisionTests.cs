using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class DivisionTests
{
    private static readonly Scalar Half = 0.5;

    private static readonly ReferenceCases Cases = new ReferenceCases("division")
        .Binary("div", (x, y) => x.div(y), (x, y) => x.div_(y), (x, y) => torch.div(x, y), (x, y) => torch.div_(x, y))
        .Binary("div", (x, y) => x.div(y), null, (x, y) => torch.div(x, y), like: "div_int")
        .Binary("divide", (x, y) => x.divide(y), (x, y) => x.divide_(y), (x, y) => torch.divide(x, y), (x, y) => torch.divide_(x, y), like: "div")
        .Binary("true_divide", (x, y) => x.true_divide(y), (x, y) => x.true_divide_(y), torch.true_divide, torch.true_divide_, like: "div")
        .Binary(
            "div",
            (x, y) => x.div(y, RoundingMode.trunc),
            (x, y) => x.div_(y, RoundingMode.trunc),
            (x, y) => torch.div(x, y, RoundingMode.trunc),
            (x, y) => torch.div_(x, y, RoundingMode.trunc),
            like: "div_trunc")
        .Binary(
            "divide",
            (x, y) => x.divide(y, RoundingMode.floor),
            (x, y) => x.divide_(y, RoundingMode.floor),
            (x, y) => torch.divide(x, y, RoundingMode.floor),
            (x, y) => torch.divide_(x, y, RoundingMode.floor),
            like: "div_floor")
        .Binary("div", (x, y) => x.div(y, RoundingMode.trunc), (x, y) => x.div_(y, RoundingMode.trunc), like: "div_int_trunc")
        .Binary("div", (x, y) => x.div(y, RoundingMode.floor), (x, y) => x.div_(y, RoundingMode.floor), like: "div_int_floor")
        .Unary("div", x => x.div(3), x => x.div_(3), x => torch.div(x, 3), x => torch.div_(x, 3), like: "div_whole")
        .Unary("divide", x => x.divide(0.5), x => x.divide_(0.5), x => torch.divide(x, 0.5), x => torch.divide_(x, 0.5), like: "div_half")
        .Unary("true_divide", x => x.true_divide(0.5), x => x.true_divide_(0.5), like: "div_half")
        .Unary(
            "div",
            x => x.div(0.5, RoundingMode.trunc),
            x => x.div_(0.5, RoundingMode.trunc),
            x => torch.div(x, 0.5, RoundingMode.trunc),
            x => torch.div_(x, 0.5, RoundingMode.trunc),
            like: "div_half_trunc")
        .Unary(
            "divide",
            x => x.divide(0.5, RoundingMode.floor),
            x => x.divide_(0.5, RoundingMode.floor),
            x => torch.divide(x, 0.5, RoundingMode.floor),
            like: "div_half_floor")
        .Binary("floor_divide", (x, y) => x.floor_divide(y), (x, y) => x.floor_divide_(y), torch.floor_divide, torch.floor_divide_)
        .Binary("floor_divide", (x, y) => x.floor_divide(y), (x, y) => x.floor_divide_(y), like: "floor_divide_int")
        .Unary("floor_divide", x => x.floor_divide(0.5), x => x.floor_divide_(0.5), like: "floor_divide_half")
        .Binary("op_Division", (x, y) => x / y, like: "div")
        .Unary("op_Division int", x => x / 3, like: "div_whole")
        .Unary("op_Division long", x => x / 3L, like: "div_whole")
        .Unary("op_Division float", x => x / 0.5f, like: "div_half")
        .Unary("op_Division double", x => x / 0.5, like: "div_half")
        .Unary("op_Division Scalar", x => x / Half, like: "div_half")
        .Unary("op_Division int,Tensor", x => 3 / x, like: "rdiv_whole")
        .Unary("op_Division long,Tensor", x => 3L / x, like: "rdiv_whole")
        .Unary("op_Division float,Tensor", x => 0.5f / x, like: "rdiv_half")
        .Unary("op_Division double,Tensor", x => 0.5 / x, like: "rdiv_half")
        .Unary("op_Division Scalar,Tensor", x => Half / x, like: "rdiv_half");

    public static TheoryData<string> Labels => Cases.Labels;

    internal static ReferenceCases Table => Cases;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Member_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    [Fact]
    public void div_NumberByTensor_LeavesOneTensor()
    {
        using var divisor = TensorValues.Vector(2, 4);
        var before = Tensor.TotalCount;
        using var quotient = 1 / divisor;
        Assert.Equal(before + 1, Tensor.TotalCount);
        Assert.Equal([0.5, 0.25], TensorValues.Read(quotient));
    }
}
