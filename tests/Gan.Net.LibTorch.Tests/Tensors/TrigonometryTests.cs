using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class TrigonometryTests
{
    private static readonly ReferenceCases Cases = new ReferenceCases("trigonometry")
        {
            { "asinh_in_place/asinh_", x => Changed(x, t => t.asinh_()) },
            { "asinh_in_place/arcsinh_", x => Changed(x, t => t.arcsinh_()) },
            { "asinh_in_place/torch.asinh_", x => Changed(x, torch.asinh_) },
            { "asinh_in_place/torch.arcsinh_", x => Changed(x, torch.arcsinh_) },
            { "acosh_in_place/acosh_", x => Changed(x, t => t.acosh_()) },
            { "acosh_in_place/arccosh_", x => Changed(x, t => t.arccosh_()) },
            { "acosh_in_place/torch.acosh_", x => Changed(x, torch.acosh_) },
            { "acosh_in_place/torch.arccosh_", x => Changed(x, torch.arccosh_) },
            { "atanh_in_place/atanh_", x => Changed(x, t => t.atanh_()) },
            { "atanh_in_place/arctanh_", x => Changed(x, t => t.arctanh_()) },
            { "atanh_in_place/torch.atanh_", x => Changed(x, torch.atanh_) },
            { "atanh_in_place/torch.arctanh_", x => Changed(x, torch.arctanh_) },
        }
        .Unary("sin", x => x.sin(), x => x.sin_(), torch.sin, torch.sin_)
        .Unary("cos", x => x.cos(), x => x.cos_(), torch.cos, torch.cos_)
        .Unary("tan", x => x.tan(), x => x.tan_(), torch.tan, torch.tan_)
        .Unary("sinh", x => x.sinh(), x => x.sinh_(), torch.sinh, torch.sinh_)
        .Unary("cosh", x => x.cosh(), x => x.cosh_(), torch.cosh, torch.cosh_)
        .Unary("tanh", x => x.tanh(), x => x.tanh_(), torch.tanh, torch.tanh_)
        .Unary("asin", x => x.asin(), x => x.asin_(), torch.asin, torch.asin_)
        .Unary("arcsin", x => x.arcsin(), x => x.arcsin_(), torch.arcsin, torch.arcsin_, like: "asin")
        .Unary("acos", x => x.acos(), x => x.acos_(), torch.acos, torch.acos_)
        .Unary("arccos", x => x.arccos(), x => x.arccos_(), torch.arccos, torch.arccos_, like: "acos")
        .Unary("atan", x => x.atan(), x => x.atan_(), torch.atan, torch.atan_)
        .Unary("arctan", x => x.arctan(), x => x.arctan_(), torch.arctan, torch.arctan_, like: "atan")
        .Unary("asinh", x => x.asinh(), null, torch.asinh)
        .Unary("arcsinh", x => x.arcsinh(), null, torch.arcsinh, like: "asinh")
        .Unary("acosh", x => x.acosh(), null, torch.acosh)
        .Unary("arccosh", x => x.arccosh(), null, torch.arccosh, like: "acosh")
        .Unary("atanh", x => x.atanh(), null, torch.atanh)
        .Unary("arctanh", x => x.arctanh(), null, torch.arctanh, like: "atanh")
        .Unary("sinc", x => x.sinc(), x => x.sinc_(), torch.sinc, torch.sinc_)
        .Unary("deg2rad", x => x.deg2rad(), x => x.deg2rad_(), torch.deg2rad, torch.deg2rad_)
        .Unary("rad2deg", x => x.rad2deg(), x => x.rad2deg_(), torch.rad2deg, torch.rad2deg_)
        .Binary("atan2", (x, y) => x.atan2(y), (x, y) => x.atan2_(y), torch.atan2, torch.atan2_)
        .Binary("arctan2", (x, y) => x.arctan2(y), (x, y) => x.arctan2_(y), torch.arctan2, torch.arctan2_, like: "atan2")
        .Binary("arctan", (x, y) => x.arctan(y), (x, y) => x.arctan_(y), torch.arctan, torch.arctan_, like: "atan2");

    public static TheoryData<string> Labels => Cases.Labels;

    internal static ReferenceCases Table => Cases;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Member_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    private static Tensor Changed(Dictionary<string, Tensor> inputs, Func<Tensor, Tensor> operation) =>
        ElementwiseCases.Changed(inputs["input"].detach(), operation);
}
