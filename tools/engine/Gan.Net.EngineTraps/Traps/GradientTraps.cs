using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.EngineTraps.Traps;

/// <summary>Differentiation.</summary>
internal static class GradientTraps
{
    public static IReadOnlyList<Trap> List { get; } =
    [
        FatalMathTraps.Fatal("autograd.grad", "autograd.grad, outputs that require no gradient", () => autograd.grad([ones(1).sum()], [ones(1).requires_grad_()])),
        FatalMathTraps.Fatal("autograd.grad", "autograd.grad, an input not used", () => autograd.grad([ones(1).requires_grad_().sum()], [ones(1).requires_grad_()])),
        FatalMathTraps.Fatal("autograd.grad", "autograd.grad, a graph used twice", Twice),
        new() { Row = "autograd.grad", Call = "autograd.grad, an input not used, allow_unused", Observed = "a tensor that IsInvalid", Try = Unused },
        new() { Row = "autograd.grad(create_graph)", Call = "autograd.grad(create_graph: true), then the outputs again", Observed = "throws ExternalException", Try = NotRetained },
        new() { Row = "autograd.grad(create_graph)", Call = "autograd.grad without create_graph", Observed = "not differentiable, and nothing says so", Try = WithoutGraph },
        new() { Row = "autograd.backward(inputs)", Call = "autograd.backward(inputs:), an input not used", Observed = "no gradient", Try = BackwardUnused },
        new() { Row = "autograd.backward(inputs)", Call = "autograd.backward(inputs:), outputs that require no gradient", Observed = "throws ExternalException", Try = BackwardWithoutPath },
        new() { Row = "autograd.backward(inputs)", Call = "autograd.backward(inputs:), a graph used twice", Observed = "throws ExternalException", Try = BackwardTwice },
    ];

    private static Tensor Leaf() => ones(2).mul(3).detach().requires_grad_();

    private static object Twice()
    {
        var x = Leaf();
        var y = x.square().sum();
        autograd.grad([y], [x]);
        return autograd.grad([y], [x]);
    }

    private static string Unused()
    {
        var gradient = autograd.grad([Leaf().sum()], [Leaf()], allow_unused: true)[0];
        return gradient is null ? "null" : gradient.IsInvalid ? "a tensor that IsInvalid" : gradient.Text();
    }

    private static string NotRetained()
    {
        var x = Leaf();
        var y = x.pow(3).sum();
        var slope = autograd.grad([y], [x], create_graph: true)[0];
        (y + slope.square().sum()).backward();
        return x.grad!.Text();
    }

    private static string WithoutGraph()
    {
        var x = Leaf();
        var slope = autograd.grad([x.pow(3).sum()], [x], retain_graph: true)[0];
        return slope.requires_grad ? "differentiable" : "not differentiable, and nothing says so";
    }

    private static string BackwardUnused()
    {
        var x = Leaf();
        autograd.backward(Leaf().sum(), inputs: [x]);
        return x.grad is null ? "no gradient" : x.grad.Text();
    }

    private static string BackwardWithoutPath()
    {
        autograd.backward(ones(1).sum(), inputs: [Leaf()]);
        return "came back";
    }

    private static string BackwardTwice()
    {
        var x = Leaf();
        var y = x.square().sum();
        autograd.backward(y, inputs: [x]);
        autograd.backward(y, inputs: [x]);
        return "came back";
    }
}
