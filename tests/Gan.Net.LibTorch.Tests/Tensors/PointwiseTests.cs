using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class PointwiseTests
{
    private static readonly ReferenceCases Cases = new ReferenceCases("pointwise")
        {
            { "clamp_tensors/clamp", x => x["input"].clamp(x["low"], x["high"]) },
            { "clamp_tensors/clamp_", x => ElementwiseCases.Changed(x["input"], copy => copy.clamp_(x["low"], x["high"])) },
            { "clamp_tensors/torch.clamp", x => torch.clamp(x["input"], x["low"], x["high"]) },
            { "clamp_tensors/torch.clamp_", x => ElementwiseCases.Changed(x["input"], copy => torch.clamp_(copy, x["low"], x["high"])) },
            { "clamp_tensor_min/clamp", x => x["input"].clamp(min: x["low"]) },
        }
        .Unary("abs", x => x.abs(), x => x.abs_(), torch.abs, torch.abs_)
        .Unary("absolute", x => x.absolute(), x => x.absolute_(), torch.absolute, torch.absolute_, like: "abs")
        .Unary("sign", x => x.sign(), x => x.sign_(), torch.sign, torch.sign_)
        .Unary("signbit", x => x.signbit(), null, torch.signbit)
        .Unary("sqrt", x => x.sqrt(), x => x.sqrt_(), torch.sqrt, torch.sqrt_)
        .Unary("rsqrt", x => x.rsqrt(), x => x.rsqrt_(), torch.rsqrt, torch.rsqrt_)
        .Unary("exp", x => x.exp(), x => x.exp_(), torch.exp, torch.exp_)
        .Unary("exp2", x => x.exp2(), x => x.exp2_(), torch.exp2, torch.exp2_)
        .Unary("expm1", x => x.expm1(), x => x.expm1_(), torch.expm1, torch.expm1_)
        .Unary("log", x => x.log(), x => x.log_(), torch.log, torch.log_)
        .Unary("log1p", x => x.log1p(), x => x.log1p_(), torch.log1p, torch.log1p_)
        .Unary("log2", x => x.log2(), x => x.log2_(), torch.log2, torch.log2_)
        .Unary("log10", x => x.log10(), x => x.log10_(), torch.log10, torch.log10_)
        .Unary("sigmoid", x => x.sigmoid(), x => x.sigmoid_(), torch.sigmoid, torch.sigmoid_)
        .Unary("logit", x => x.logit(), x => x.logit_(), x => torch.logit(x), x => torch.logit_(x))
        .Unary("logit", x => x.logit(0.2), x => x.logit_(0.2), x => torch.logit(x, 0.2), x => torch.logit_(x, 0.2), like: "logit_eps")
        .Unary("erf", x => x.erf(), x => x.erf_(), torch.erf, torch.erf_)
        .Unary("erfc", x => x.erfc(), x => x.erfc_(), torch.erfc, torch.erfc_)
        .Unary("erfinv", x => x.erfinv(), x => x.erfinv_(), torch.erfinv, torch.erfinv_)
        .Unary("lgamma", x => x.lgamma(), x => x.lgamma_(), torch.lgamma, torch.lgamma_)
        .Unary("digamma", x => x.digamma(), x => x.digamma_(), torch.digamma, torch.digamma_)
        .Unary("floor", x => x.floor(), x => x.floor_(), torch.floor, torch.floor_)
        .Unary("ceil", x => x.ceil(), x => x.ceil_(), torch.ceil, torch.ceil_)
        .Unary("round", x => x.round(), x => x.round_(), x => torch.round(x), x => torch.round_(x))
        .Unary("round", x => x.round(2), x => x.round_(2), x => torch.round(x, 2), x => torch.round_(x, 2), like: "round_decimals")
        .Unary("trunc", x => x.trunc(), x => x.trunc_(), torch.trunc, torch.trunc_)
        .Unary("fix", x => x.fix(), x => x.fix_(), torch.fix, torch.fix_, like: "trunc")
        .Unary("frac", x => x.frac(), x => x.frac_(), torch.frac, torch.frac_)
        .Binary("maximum", (x, y) => x.maximum(y), null, torch.maximum)
        .Binary("minimum", (x, y) => x.minimum(y), null, torch.minimum)
        .Binary("fmax", (x, y) => x.fmax(y), null, torch.fmax)
        .Binary("fmin", (x, y) => x.fmin(y), null, torch.fmin)
        .Binary("maximum", (x, y) => x.maximum(y), like: "maximum_nan")
        .Binary("fmax", (x, y) => x.fmax(y), like: "fmax_nan")
        .Binary("fmin", (x, y) => x.fmin(y), like: "fmin_nan")
        .Binary("hypot", (x, y) => x.hypot(y), null, torch.hypot)
        .Binary("logaddexp", (x, y) => x.logaddexp(y), null, torch.logaddexp)
        .Binary("logaddexp2", (x, y) => x.logaddexp2(y), null, torch.logaddexp2)
        .Binary("copysign", (x, y) => x.copysign(y), (x, y) => x.copysign_(y), torch.copysign, torch.copysign_)
        .Binary("heaviside", (x, y) => x.heaviside(y), null, torch.heaviside)
        .Binary("xlogy", (x, y) => x.xlogy(y), (x, y) => x.xlogy_(y), torch.xlogy, torch.xlogy_)
        .Unary("xlogy", x => x.xlogy(2.5), x => x.xlogy_(2.5), x => torch.xlogy(x, 2.5), x => torch.xlogy_(x, 2.5), like: "xlogy_scalar")
        .Unary("clamp", x => x.clamp(-0.5, 0.7), x => x.clamp_(-0.5, 0.7), x => torch.clamp(x, -0.5, 0.7), x => torch.clamp_(x, -0.5, 0.7))
        .Unary("clip", x => x.clip(-0.5, 0.7), null, x => torch.clip(x, -0.5, 0.7), like: "clamp")
        .Unary("clamp", x => x.clamp(-1, 2), x => x.clamp_(-1, 2), like: "clamp_int")
        .Unary("clamp", x => x.clamp(min: -0.5), x => x.clamp_(min: -0.5), like: "clamp_min")
        .Unary("clamp", x => x.clamp(max: 0.7), x => x.clamp_(max: 0.7), like: "clamp_max")
        .Unary("clamp_min", x => x.clamp_min(-0.5), x => x.clamp_min_(-0.5), x => torch.clamp_min(x, -0.5), x => torch.clamp_min_(x, -0.5))
        .Unary("clamp_max", x => x.clamp_max(0.7), x => x.clamp_max_(0.7), x => torch.clamp_max(x, 0.7), x => torch.clamp_max_(x, 0.7))
        .Unary("nan_to_num", x => x.nan_to_num(), x => x.nan_to_num_(), x => torch.nan_to_num(x), x => torch.nan_to_num_(x))
        .Unary(
            "nan_to_num",
            x => x.nan_to_num(0.25, 9, -8),
            x => x.nan_to_num_(0.25, 9, -8),
            x => torch.nan_to_num(x, 0.25, 9, -8),
            x => torch.nan_to_num_(x, 0.25, 9, -8),
            like: "nan_to_num_bounds");

    public static TheoryData<string> Labels => Cases.Labels;

    internal static ReferenceCases Table => Cases;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Member_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    [Fact]
    public void heaviside_InPlace_ReturnsItself()
    {
        using var values = TensorValues.Vector(-2, 0, 3);
        using var atZero = TensorValues.Vector(0.5);
        Assert.Same(values, values.heaviside_(atZero));
        Assert.Equal([0, 0.5, 1], TensorValues.Read(values));
        Assert.Same(values, torch.heaviside_(values, atZero));
        Assert.Equal([0.5, 1, 1], TensorValues.Read(values));
    }
}
