using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace Gan.Net.LibTorch.Tests.Optim;

/// <summary>Twenty steps of every optimizer against PyTorch's, in double precision.</summary>
public sealed class TrajectoryTests
{
    private static readonly double[] Start = [0.5, -1.25, 2, -0.75, 1.5, -2.5];
    private static readonly double[] Target = [1, 0.5, -0.25, 0.75, -1, 0.125];

    private static readonly Dictionary<string, Func<Parameter[], Optimizer>> Optimizers = new()
    {
        ["Adam(lr=0.01)"] = p => Adam(p, 0.01),
        ["Adam(lr=0.02, betas=(0.5, 0.9), eps=1e-06, weight_decay=0.1)"] = p => Adam(p, 0.02, 0.5, 0.9, 1e-6, 0.1),
        ["Adam(lr=0.03, amsgrad=True)"] = p => Adam(p, 0.03, amsgrad: true),
        ["Adam(lr=0.01, betas=(0, 0.99), amsgrad=True, weight_decay=0.2)"] = p => Adam(p, 0.01, 0, 0.99, weight_decay: 0.2, amsgrad: true),
        ["Adam(lr=0.01, maximize=True, weight_decay=0.1)"] = p => Adam(p, 0.01, weight_decay: 0.1, maximize: true),
        ["AdamW(lr=0.01, weight_decay=0)"] = p => AdamW(p, 0.01),
        ["AdamW(lr=0.05, weight_decay=0.3)"] = p => AdamW(p, 0.05, weight_decay: 0.3),
        ["AdamW(lr=0.02, weight_decay=0.1, amsgrad=True)"] = p => AdamW(p, 0.02, weight_decay: 0.1, amsgrad: true),
        ["AdamW(lr=0.02, weight_decay=0.1, maximize=True)"] = p => AdamW(p, 0.02, weight_decay: 0.1, maximize: true),
        ["SGD(lr=0.1)"] = p => SGD(p, 0.1),
        ["SGD(lr=0.1, weight_decay=0.2)"] = p => SGD(p, 0.1, weight_decay: 0.2),
        ["SGD(lr=0.05, momentum=0.9)"] = p => SGD(p, 0.05, 0.9),
        ["SGD(lr=0.05, momentum=0.8, dampening=0.3, weight_decay=0.1)"] = p => SGD(p, 0.05, 0.8, 0.3, 0.1),
        ["SGD(lr=0.05, momentum=0.9, nesterov=True, weight_decay=0.1)"] = p => SGD(p, 0.05, 0.9, weight_decay: 0.1, nesterov: true),
        ["SGD(lr=0.02, momentum=0.5, maximize=True)"] = p => SGD(p, 0.02, 0.5, maximize: true),
        ["RMSProp(lr=0.01)"] = p => RMSProp(p),
        ["RMSProp(lr=0.02, alpha=0.9, eps=1e-06, weight_decay=0.1)"] = p => RMSProp(p, 0.02, 0.9, 1e-6, 0.1),
        ["RMSProp(lr=0.01, momentum=0.9)"] = p => RMSProp(p, momentum: 0.9),
        ["RMSProp(lr=0.01, centered=True)"] = p => RMSProp(p, centered: true),
        ["RMSProp(lr=0.01, centered=True, momentum=0.5, weight_decay=0.1)"] = p => RMSProp(p, weight_decay: 0.1, momentum: 0.5, centered: true),
        ["RMSProp(lr=0.01, maximize=True)"] = p => RMSProp(p, maximize: true),
    };

    public static TheoryData<string> Names => [.. Optimizers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_TwentyTimes_FollowsPyTorch(string name)
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(TensorValues.Make(ScalarType.Float64, [2, 3], Start));
        using var optimizer = Optimizers[name]([parameter]);
        for (var step = 0; step < ReferenceRuns.Of(name).Length; step++)
        {
            parameter.grad = TensorValues.Make(ScalarType.Float64, [2, 3], GradientAt(TensorValues.Read(parameter), step));
            Assert.Null(optimizer.step());
            ReferenceRuns.AssertRow(name, step, TensorValues.Read(parameter));
        }
    }

    [Fact]
    public void Optimizers_FileAndTable_NameTheSame() =>
        Assert.Equal(ReferenceRuns.Names.Where(name => name.EndsWith(')')).Order(), Optimizers.Keys.Order());

    // Of sum(sqrt(1 + (p - t)^2) + s p^2 / 2), as the script has it.
    private static double[] GradientAt(double[] p, int step) =>
        [.. p.Select((value, i) => ((value - Target[i]) / Math.Sqrt(1 + Math.Pow(value - Target[i], 2))) + (value * (step % 3)))];
}
