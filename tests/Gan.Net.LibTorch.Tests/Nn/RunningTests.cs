using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.LibTorch.Tests;

/// <summary>State that several steps leave behind.</summary>
public sealed class RunningTests
{
    internal static readonly ReferenceCases Cases = new("nn-running")
    {
        { "BatchNorm2d", x => Train(BatchNorm2d(2, affine: false), x, counts: true) },
        { "BatchNorm2d cumulative/BatchNorm2d", x => Train(Cumulative(), x, counts: true) },
        { "InstanceNorm2d", x => Train(InstanceNorm2d(2, track_running_stats: true), x, counts: false) },
        { "clip_grad_norm_", x => Clip(x, p => nn.utils.clip_grad_norm_(p, 1.5)) },
        { "clip_grad_norm_ maximum/clip_grad_norm_", x => Clip(x, p => nn.utils.clip_grad_norm_(p, 1.5, double.PositiveInfinity)) },
        { "clip_grad_norm_ small/clip_grad_norm_", x => Clip(x, p => nn.utils.clip_grad_norm_(p, 1e4)) },
        { "clip_grad_value_", x => Clip(x, p => { nn.utils.clip_grad_value_(p, 1.5); return null; }) },
        { "parameters_to_vector", Flatten },
    };

    public static TheoryData<string> Labels => Cases.Labels;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Steps_ReferenceCase_SameState(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    [Fact]
    public void ClipGradNorm_NoGradients_ReturnsZero()
    {
        using var module = Linear(2, 2);
        Assert.Equal(0, nn.utils.clip_grad_norm_(module.parameters(), 1));
    }

    [Fact]
    public void VectorToParameters_Vector_ParametersShareItsMemory()
    {
        using var scope = NewDisposeScope();
        var first = nn.Parameter(zeros(2, 2));
        var second = nn.Parameter(zeros(3));
        var vector = TensorValues.Make(ScalarType.Float32, [7], 1, 2, 3, 4, 5, 6, 7);

        nn.utils.vector_to_parameters(vector, [first, second]);
        Assert.Equal([1, 2, 3, 4], TensorValues.Read(first));
        vector.zero_();

        Assert.Equal([0, 0, 0], TensorValues.Read(second));
        Assert.Equal([2, 2], first.shape);
        Assert.True(first.requires_grad);
    }

    private static BatchNorm2d Cumulative()
    {
        var module = BatchNorm2d(2, affine: false);
        module.momentum = null;
        return module;
    }

    private static Tensor[] Train(NormBase module, Dictionary<string, Tensor> x, bool counts)
    {
        module.to(ScalarType.Float64);
        foreach (var batch in new[] { "first", "second", "third" })
        {
            module.call(x[batch].detach()).Dispose();
        }

        module.eval();
        Tensor[] state = [module.call(x["first"].detach()), module.running_mean!, module.running_var!];
        return counts ? [.. state, module.num_batches_tracked!] : state;
    }

    private static Tensor[] Clip(Dictionary<string, Tensor> x, Func<Parameter[], double?> clip)
    {
        Parameter[] parameters = [new(x["one"].detach().clone()), new(x["other"].detach().clone())];
        foreach (var parameter in parameters)
        {
            parameter.pow(3).sum().backward();
        }

        var norm = clip(parameters);
        var gradients = Array.ConvertAll(parameters, parameter => parameter.grad!);
        return norm is double known ? [.. gradients, TensorValues.Make(ScalarType.Float64, [], known)] : gradients;
    }

    private static Tensor Flatten(Dictionary<string, Tensor> x)
    {
        var first = new Parameter(x["one"].detach().clone());
        var second = new Parameter(x["other"].detach().clone());
        (x["one"], x["other"]) = (first, second);
        return nn.utils.parameters_to_vector([first, second]);
    }
}
