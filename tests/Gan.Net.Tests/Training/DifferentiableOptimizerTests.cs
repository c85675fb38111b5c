using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

public sealed class DifferentiableOptimizerTests
{
    public static TheoryData<OptimizerSettings> All =>
    [
        new AdamSettings { LearningRate = .1 }, new AdamSettings { LearningRate = .1, WeightDecay = .2 }, new AdamSettings { LearningRate = .1, LazyInterval = 4 },
        new SgdSettings { LearningRate = .1 },
        new SgdSettings { LearningRate = .1, Momentum = .7 }, new RmsPropSettings { LearningRate = .1 },
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void Step_SomeSteps_FollowsTheRealOptimizer(OptimizerSettings settings)
    {
        using var scope = NewDisposeScope();
        var rule = (IDifferentiableOptimizer)settings;
        var parameter = new Parameter(tensor(new[] { .3, -1.2, 2, 0 }));
        using var optimizer = settings.Create([parameter]);
        IReadOnlyList<Tensor> state = [parameter.detach().clone(), .. rule.Memory(optimizer)];
        for (var step = 1; step <= 4; step++)
        {
            var gradient = tensor(new[] { .5 * step, -2, 1e-3, 0 });
            parameter.grad = gradient;
            optimizer.step();
            state = rule.Step(state, gradient, step, 0);

            AssertNear(parameter, state[0]);
            Assert.All(rule.Memory(optimizer).Zip(state.Skip(1)), pair => AssertNear(pair.First, pair.Second));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Step_Gradient_EqualsFiniteDifferences(OptimizerSettings settings)
    {
        using var scope = NewDisposeScope();
        var rule = (IDifferentiableOptimizer)settings;
        Tensor[] leaves = [Leaf(.3, -1.2, 2), Leaf(.4, .2, .1), Leaf(.5, .02, .3), Leaf(1, -.7, .2)];
        var memory = settings is AdamSettings ? 2 : settings is SgdSettings { Momentum: 0 } ? 0 : 1;
        using var weights = tensor(new[] { 1.0, -2, 3 });

        Assert.Null(FiniteDifferences.Compare(
            [.. leaves.Take(memory + 1), leaves[3]],
            () => rule.Step(leaves[..(memory + 1)], leaves[3], 3, 0).Aggregate(zeros(3, dtype: ScalarType.Float64), (sum, tensor) => sum.add(tensor.mul(weights)))));
    }

    // A weight that never had a gradient, as behind a dead unit, has a root of zero to differentiate.
    [Theory]
    [MemberData(nameof(All))]
    public void Step_NothingButZeros_HasAFiniteGradient(OptimizerSettings settings)
    {
        using var scope = NewDisposeScope();
        Tensor[] leaves = [.. Enumerable.Range(0, 4).Select(_ => Leaf(0))];

        ((IDifferentiableOptimizer)settings).Step(leaves[..3], leaves[3], 1, 0)[0].sum().backward();

        Assert.All(leaves, leaf => Assert.True(double.IsFinite(leaf.grad?.ToDouble() ?? 0)));
    }

    private static Tensor Leaf(params double[] values) => tensor(values).requires_grad_();

    private static void AssertNear(Tensor expected, Tensor actual) =>
        Assert.Equal(expected.data<double>().ToArray(), actual.data<double>().ToArray(), new Near(1e-14));
}
