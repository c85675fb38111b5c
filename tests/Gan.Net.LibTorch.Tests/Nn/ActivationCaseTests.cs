using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Gan.Net.LibTorch.Tests;

public sealed class ActivationCaseTests
{
    internal static readonly ReferenceCases Cases = new("nn-activations")
    {
        { "ReLU", x => x.Call(ReLU()) },
        { "ReLU/relu", x => F.relu(Copy(x), inplace: true) },
        { "ReLU6", x => x.Call(ReLU6()) },
        { "ReLU6/relu6", x => F.relu6(Copy(x), inplace: true) },
        { "LeakyReLU", x => x.Call(LeakyReLU(0.2)) },
        { "LeakyReLU/leaky_relu", x => F.leaky_relu(Copy(x), 0.2, inplace: true) },
        { "ELU", x => x.Call(ELU(0.7)) },
        { "ELU/elu", x => F.elu(Copy(x), 0.7, inplace: true) },
        { "CELU", x => x.Call(CELU(0.7)) },
        { "CELU/celu", x => F.celu(Copy(x), 0.7, inplace: true) },
        { "SELU", x => x.Call(SELU()) },
        { "SELU/selu", x => F.selu(Copy(x), inplace: true) },
        { "GELU", x => x.Call(GELU()) },
        { "GELU/gelu", x => F.gelu(x["input"]) },
        { "GELU tanh/GELU", x => x.Call(GELU(TorchSharp.Modules.GELU.Approximate.tanh)) },
        { "SiLU", x => x.Call(SiLU()) },
        { "SiLU/silu", x => F.silu(Copy(x), inplace: true) },
        { "Mish", x => x.Call(Mish()) },
        { "Mish/mish", x => F.mish(Copy(x), inplace: true) },
        { "Tanh", x => x.Call(Tanh()) },
        { "Tanh/tanh", x => F.tanh(Copy(x), inplace: true) },
        { "Sigmoid", x => x.Call(Sigmoid()) },
        { "Sigmoid/sigmoid", x => F.sigmoid(Copy(x), inplace: true) },
        { "Softplus", x => x.Call(Softplus(2, 1.5)) },
        { "Softplus/softplus", x => F.softplus(x["input"], 2, 1.5) },
        { "Softmax", x => x.Call(Softmax(1)) },
        { "Softmax/softmax", x => F.softmax(x["input"], 1) },
        { "softmax double/softmax", x => F.softmax(x["input"], 0, ScalarType.Float64) },
        { "Softmax2d", x => x.Call(Softmax2d()) },
        { "Softmax2d/softmax2d", x => F.softmax2d(x["input"]) },
        { "Softmin", x => x.Call(Softmin(1)) },
        { "Softmin/softmin", x => F.softmin(x["input"], 1) },
        { "LogSoftmax", x => x.Call(LogSoftmax(1)) },
        { "LogSoftmax/log_softmax", x => F.log_softmax(x["input"], 1) },
        { "LogSigmoid", x => x.Call(LogSigmoid()) },
        { "LogSigmoid/logsigmoid", x => F.logsigmoid(x["input"]) },
        { "Hardtanh", x => x.Call(Hardtanh(-0.5, 1.2)) },
        { "Hardtanh/hardtanh", x => F.hardtanh(Copy(x), -0.5, 1.2, inplace: true) },
        { "Hardsigmoid", x => x.Call(Hardsigmoid()) },
        { "Hardsigmoid/hardsigmoid", x => F.hardsigmoid(Copy(x), inplace: true) },
        { "Hardswish", x => x.Call(Hardswish()) },
        { "Hardswish/hardswish", x => F.hardswish(Copy(x), inplace: true) },
        { "Hardshrink", x => x.Call(Hardshrink(0.6)) },
        { "Hardshrink/hardshrink", x => F.hardshrink(x["input"], 0.6) },
        { "Softshrink", x => x.Call(Softshrink(0.6)) },
        { "Softshrink/softshrink", x => F.softshrink(x["input"], 0.6) },
        { "Softsign", x => x.Call(Softsign()) },
        { "Softsign/softsign", x => F.softsign(x["input"]) },
        { "Tanhshrink", x => x.Call(Tanhshrink()) },
        { "Tanhshrink/tanhshrink", x => F.tanhshrink(Copy(x), inplace: true) },
        { "Threshold", x => x.Call(Threshold(0.3, -1.5)) },
        { "Threshold/threshold", x => F.threshold(Copy(x), 0.3, -1.5, inplace: true) },
        { "GLU", x => x.Call(GLU(1)) },
        { "GLU/glu", x => F.glu(x["input"], 1) },
    };

    public static TheoryData<string> Labels => Cases.Labels;

    public static TheoryData<string> InPlaceNames =>
        ["ReLU", "ReLU6", "LeakyReLU", "ELU", "CELU", "SELU", "GELU", "SiLU", "Mish", "Tanh", "Sigmoid", "Hardtanh", "Hardsigmoid", "Hardswish", "Softsign", "Tanhshrink", "Threshold"];

    [Theory]
    [MemberData(nameof(Labels))]
    public void Activation_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    [Theory]
    [MemberData(nameof(InPlaceNames))]
    public void Activation_InPlace_ChangesItsInputAndHandsBackAHandleOfItsOwn(string name)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var plain = Make(name, false);
        var inPlace = Make(name, true);
        var input = TensorValues.Vector(-2.5, -0.4, 0.1, 0.9, 7);
        var before = TensorValues.Read(input);

        var expected = TensorValues.Read(plain.call(input));
        Assert.Equal(before, TensorValues.Read(input));
        inPlace.call(input).Dispose();

        Assert.Equal(expected.Select(value => Math.Round(value, 12)), TensorValues.Read(input).Select(value => Math.Round(value, 12)));
    }

    private static Tensor Copy(Dictionary<string, Tensor> x) => x["input"].clone();

    private static Module<Tensor, Tensor> Make(string name, bool inplace) => name switch
    {
        nameof(TorchSharp.Modules.ReLU) => ReLU(inplace),
        nameof(TorchSharp.Modules.ReLU6) => ReLU6(inplace),
        nameof(TorchSharp.Modules.LeakyReLU) => LeakyReLU(0.2, inplace),
        nameof(TorchSharp.Modules.ELU) => ELU(0.5, inplace),
        nameof(TorchSharp.Modules.CELU) => CELU(0.5, inplace),
        nameof(TorchSharp.Modules.SELU) => SELU(inplace),
        nameof(TorchSharp.Modules.GELU) => GELU(inplace),
        nameof(TorchSharp.Modules.SiLU) => SiLU(inplace),
        nameof(TorchSharp.Modules.Mish) => Mish(inplace),
        nameof(TorchSharp.Modules.Tanh) => Tanh(inplace),
        nameof(TorchSharp.Modules.Sigmoid) => Sigmoid(inplace),
        nameof(TorchSharp.Modules.Hardtanh) => Hardtanh(-1, 2, inplace),
        nameof(TorchSharp.Modules.Hardsigmoid) => Hardsigmoid(inplace),
        nameof(TorchSharp.Modules.Hardswish) => Hardswish(inplace),
        nameof(TorchSharp.Modules.Softsign) => Softsign(inplace),
        nameof(TorchSharp.Modules.Tanhshrink) => Tanhshrink(inplace),
        _ => Threshold(0.5, -1, inplace),
    };
}
