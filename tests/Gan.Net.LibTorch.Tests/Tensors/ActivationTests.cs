using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class ActivationTests
{
    private static readonly ReferenceCases Cases = new ReferenceCases("activations")
        {
            { "prelu", x => x["input"].prelu(x["weight"]) },
        }
        .Unary("relu", x => x.relu(), x => x.relu_())
        .Unary("relu6", x => x.relu6(), x => x.relu6_())
        .Unary("leaky_relu", x => x.leaky_relu(0.2), x => x.leaky_relu_(0.2))
        .Unary("rrelu", x => x.rrelu(), x => x.rrelu_())
        .Unary("rrelu", x => x.rrelu(0.1, 0.5), x => x.rrelu_(0.1, 0.5), like: "rrelu_bounds")
        .Unary("elu", x => x.elu(), x => x.elu_())
        .Unary("elu", x => x.elu(1.5), x => x.elu_(1.5), like: "elu_alpha")
        .Unary("elu", x => x.elu(1.5, 1.25, 0.5), x => x.elu_(1.5, 1.25, 0.5), like: "elu_scales")
        .Unary("selu", x => x.selu(), x => x.selu_())
        .Unary("celu", x => x.celu(), x => x.celu_())
        .Unary("celu", x => x.celu(1.5), x => x.celu_(1.5), like: "celu_alpha")
        .Unary("gelu", x => x.gelu(), x => x.gelu_())
        .Unary("gelu none", x => x.gelu(GELU.Approximate.none), like: "gelu")
        .Unary("gelu", x => x.gelu(GELU.Approximate.tanh), x => x.gelu_(GELU.Approximate.tanh), like: "gelu_tanh")
        .Unary("silu", x => x.silu(), x => x.silu_())
        .Unary("hardsigmoid", x => x.hardsigmoid(), x => x.hardsigmoid_())
        .Unary("hardswish", x => x.hardswish(), x => x.hardswish_())
        .Unary("hardtanh", x => x.hardtanh(-0.5, 0.75), x => x.hardtanh_(-0.5, 0.75))
        .Unary("threshold", x => x.threshold(0.25, -1.5), x => x.threshold_(0.25, -1.5))
        .Unary("softplus", x => x.softplus())
        .Unary("softplus", x => x.softplus(2, 3), like: "softplus_sharp")
        .Unary("softmax", x => x.softmax(1), null, x => torch.softmax(x, 1))
        .Unary("softmax", x => x.softmax(0, ScalarType.Float32), null, x => torch.softmax(x, 0, ScalarType.Float32), like: "softmax_float")
        .Unary("log_softmax", x => x.log_softmax(1))
        .Unary("log_softmax", x => x.log_softmax(0, ScalarType.Float32), like: "log_softmax_float")
        .Unary("log_sigmoid", x => x.log_sigmoid())
        .Unary("glu", x => x.glu())
        .Unary("glu", x => x.glu(0), like: "glu_rows");

    public static TheoryData<string> Labels => Cases.Labels;

    internal static ReferenceCases Table => Cases;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Member_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    [Fact]
    public void gelu_UnknownApproximation_Throws()
    {
        using var value = TensorValues.Vector(1);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => value.gelu((GELU.Approximate)7));
        Assert.StartsWith("Unsupported GELU approximation method.", error.Message, StringComparison.Ordinal);
    }
}
