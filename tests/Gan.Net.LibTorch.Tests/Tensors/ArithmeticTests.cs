using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class ArithmeticTests
{
    private static readonly Scalar Half = 0.5;

    private static readonly ReferenceCases Cases = new ReferenceCases("arithmetic")
        {
            { "addcmul", x => x["input"].addcmul(x["tensor1"], x["tensor2"], 0.5) },
            { "addcmul/addcmul_", x => Changed(x, copy => copy.addcmul_(x["tensor1"], x["tensor2"], 0.5)) },
            { "addcmul/torch.addcmul", x => torch.addcmul(x["input"], x["tensor1"], x["tensor2"], 0.5) },
            { "addcmul/torch.addcmul_", x => Changed(x, copy => torch.addcmul_(copy, x["tensor1"], x["tensor2"], 0.5)) },
            { "addcdiv", x => x["input"].addcdiv(x["tensor1"], x["tensor2"]) },
            { "addcdiv/addcdiv_", x => Changed(x, copy => copy.addcdiv_(x["tensor1"], x["tensor2"])) },
            { "addcdiv_half/addcdiv", x => x["input"].addcdiv(x["tensor1"], x["tensor2"], 0.5) },
            { "addcdiv_half/addcdiv_", x => Changed(x, copy => copy.addcdiv_(x["tensor1"], x["tensor2"], 0.5)) },
            { "addcdiv_half/torch.addcdiv", x => torch.addcdiv(x["input"], x["tensor1"], x["tensor2"], 0.5) },
            { "addcdiv_half/torch.addcdiv_", x => Changed(x, copy => torch.addcdiv_(copy, x["tensor1"], x["tensor2"], 0.5)) },
            { "lerp", x => x["input"].lerp(x["end"], x["weight"]) },
            { "lerp/lerp_", x => Changed(x, copy => copy.lerp_(x["end"], x["weight"])) },
            { "lerp/torch.lerp", x => torch.lerp(x["input"], x["end"], x["weight"]) },
            { "fill/fill_", x => Changed(x, copy => copy.fill_(1.5)) },
            { "zero/zero_", x => Changed(x, copy => copy.zero_()) },
        }
        .Binary("add", (x, y) => x.add(y), (x, y) => x.add_(y), torch.add, torch.add_)
        .Binary("add", (x, y) => x.add(y, 0.5), (x, y) => x.add_(y, 0.5), (x, y) => torch.add(x, y, 0.5), (x, y) => torch.add_(x, y, 0.5), like: "add_alpha")
        .Binary("add", (x, y) => x.add(y), (x, y) => x.add_(y), torch.add, torch.add_, like: "add_int")
        .Unary("add", x => x.add(3), x => x.add_(3), x => torch.add(x, 3), x => torch.add_(x, 3), like: "add_whole")
        .Unary("add", x => x.add(0.5), x => x.add_(0.5), x => torch.add(x, 0.5), x => torch.add_(x, 0.5), like: "add_half")
        .Unary("add", x => x.add(0.5, 3), x => x.add_(0.5, 3), x => torch.add(x, 0.5, 3), x => torch.add_(x, 0.5, 3), like: "add_half_alpha")
        .Binary("sub", (x, y) => x.sub(y), (x, y) => x.sub_(y), torch.sub, torch.sub_)
        .Binary("subtract", (x, y) => x.subtract(y), (x, y) => x.subtract_(y), torch.subtract, torch.subtract_, like: "sub")
        .Unary("sub", x => x.sub(3), x => x.sub_(3), x => torch.sub(x, 3), x => torch.sub_(x, 3), like: "sub_whole")
        .Unary("subtract", x => x.subtract(0.5), x => x.subtract_(0.5), x => torch.subtract(x, 0.5), x => torch.subtract_(x, 0.5), like: "sub_half")
        .Binary("mul", (x, y) => x.mul(y), (x, y) => x.mul_(y), torch.mul, torch.mul_)
        .Binary("multiply", (x, y) => x.multiply(y), null, torch.multiply, torch.multiply_, like: "mul")
        .Unary("mul", x => x.mul(3), x => x.mul_(3), x => torch.mul(x, 3), x => torch.mul_(x, 3), like: "mul_whole")
        .Unary("multiply", x => x.multiply(0.5), null, x => torch.multiply(x, 0.5), x => torch.multiply_(x, 0.5), like: "mul_half")
        .Binary("remainder", (x, y) => x.remainder(y), (x, y) => x.remainder_(y), torch.remainder, torch.remainder_)
        .Binary("remainder", (x, y) => x.remainder(y), (x, y) => x.remainder_(y), like: "remainder_int")
        .Unary("remainder", x => x.remainder(0.5), x => x.remainder_(0.5), x => torch.remainder(x, 0.5), x => torch.remainder_(x, 0.5), like: "remainder_half")
        .Binary("fmod", (x, y) => x.fmod(y), (x, y) => x.fmod_(y), torch.fmod, torch.fmod_)
        .Binary("fmod", (x, y) => x.fmod(y), (x, y) => x.fmod_(y), like: "fmod_int")
        .Unary("fmod", x => x.fmod(0.5), x => x.fmod_(0.5), x => torch.fmod(x, 0.5), x => torch.fmod_(x, 0.5), like: "fmod_half")
        .Binary("pow", (x, y) => x.pow(y), (x, y) => x.pow_(y), torch.pow, torch.pow_)
        .Unary("pow", x => x.pow(2.5), x => x.pow_(2.5), x => torch.pow(x, 2.5), x => torch.pow_(x, 2.5), like: "pow_half")
        .Unary("pow", x => x.pow(3), x => x.pow_(3), like: "pow_int")
        .Binary("float_power", (x, y) => x.float_power(y), (x, y) => x.float_power_(y), torch.float_power, torch.float_power_)
        .Unary("square", x => x.square(), null, torch.square)
        .Unary("neg", x => x.neg(), x => x.neg_(), torch.neg, torch.neg_)
        .Unary("negative", x => x.negative(), null, torch.negative, torch.negative_, like: "neg")
        .Unary("positive", x => x.positive(), null, torch.positive)
        .Unary("reciprocal", x => x.reciprocal(), x => x.reciprocal_(), torch.reciprocal, torch.reciprocal_)
        .Binary("op_Addition", (x, y) => x + y, like: "add")
        .Unary("op_Addition int", x => x + 3, like: "add_whole")
        .Unary("op_Addition long", x => x + 3L, like: "add_whole")
        .Unary("op_Addition float", x => x + 0.5f, like: "add_half")
        .Unary("op_Addition double", x => x + 0.5, like: "add_half")
        .Unary("op_Addition Scalar", x => x + Half, like: "add_half")
        .Unary("op_Addition int,Tensor", x => 3 + x, like: "add_whole")
        .Unary("op_Addition long,Tensor", x => 3L + x, like: "add_whole")
        .Unary("op_Addition float,Tensor", x => 0.5f + x, like: "add_half")
        .Unary("op_Addition double,Tensor", x => 0.5 + x, like: "add_half")
        .Unary("op_Addition Scalar,Tensor", x => Half + x, like: "add_half")
        .Binary("op_Subtraction", (x, y) => x - y, like: "sub")
        .Unary("op_Subtraction int", x => x - 3, like: "sub_whole")
        .Unary("op_Subtraction long", x => x - 3L, like: "sub_whole")
        .Unary("op_Subtraction float", x => x - 0.5f, like: "sub_half")
        .Unary("op_Subtraction double", x => x - 0.5, like: "sub_half")
        .Unary("op_Subtraction Scalar", x => x - Half, like: "sub_half")
        .Unary("op_Subtraction int,Tensor", x => 3 - x, like: "rsub_whole")
        .Unary("op_Subtraction long,Tensor", x => 3L - x, like: "rsub_whole")
        .Unary("op_Subtraction float,Tensor", x => 0.5f - x, like: "rsub_half")
        .Unary("op_Subtraction double,Tensor", x => 0.5 - x, like: "rsub_half")
        .Unary("op_Subtraction Scalar,Tensor", x => Half - x, like: "rsub_half")
        .Binary("op_Multiply", (x, y) => x * y, like: "mul")
        .Unary("op_Multiply int", x => x * 3, like: "mul_whole")
        .Unary("op_Multiply long", x => x * 3L, like: "mul_whole")
        .Unary("op_Multiply float", x => x * 0.5f, like: "mul_half")
        .Unary("op_Multiply double", x => x * 0.5, like: "mul_half")
        .Unary("op_Multiply Scalar", x => x * Half, like: "mul_half")
        .Unary("op_Multiply int,Tensor", x => 3 * x, like: "mul_whole")
        .Unary("op_Multiply long,Tensor", x => 3L * x, like: "mul_whole")
        .Unary("op_Multiply float,Tensor", x => 0.5f * x, like: "mul_half")
        .Unary("op_Multiply double,Tensor", x => 0.5 * x, like: "mul_half")
        .Unary("op_Multiply Scalar,Tensor", x => Half * x, like: "mul_half")
        .Binary("op_Modulus", (x, y) => x % y, like: "remainder")
        .Unary("op_Modulus int", x => x % 3, like: "remainder_whole")
        .Unary("op_Modulus long", x => x % 3L, like: "remainder_whole")
        .Unary("op_Modulus float", x => x % 0.5f, like: "remainder_half")
        .Unary("op_Modulus double", x => x % 0.5, like: "remainder_half")
        .Unary("op_Modulus Scalar", x => x % Half, like: "remainder_half")
        .Unary("op_UnaryNegation", x => -x, like: "neg");

    public static TheoryData<string> Labels => Cases.Labels;

    internal static ReferenceCases Table => Cases;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Member_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    [Fact]
    public void positive_Boolean_Throws()
    {
        using var truth = TensorValues.Make(ScalarType.Bool, [1], 1);
        Assert.Equal("Boolean tensor", Assert.Throws<ArgumentException>(() => truth.positive()).Message);
    }

    private static Tensor Changed(Dictionary<string, Tensor> inputs, Func<Tensor, Tensor> operation) =>
        ElementwiseCases.Changed(inputs["input"], operation);
}
