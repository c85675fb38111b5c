using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.LibTorch.Tests;

/// <summary>After <c>manual_seed(1)</c> everything draws what PyTorch draws after <c>torch.manual_seed(1)</c>.</summary>
[Collection(nameof(GlobalGenerator))]
public sealed class SeededTests
{
    internal static readonly ReferenceCases Cases = new("nn-seeded")
    {
        { "Linear", _ => State(() => Linear(5, 3)) },
        { "Linear no bias/Linear", _ => State(() => Linear(5, 3, false)) },
        { "Bilinear", _ => State(() => Bilinear(2, 3, 2)) },
        { "Conv1d", _ => State(() => Conv1d(2, 3, 3)) },
        { "Conv2d", _ => State(() => Conv2d(2, 3, 3)) },
        { "Conv2d grouped/Conv2d", _ => State(() => Conv2d(4, 2, (1, 2), groups: 2)) },
        { "Conv3d", _ => State(() => Conv3d(1, 2, 2)) },
        { "ConvTranspose1d", _ => State(() => ConvTranspose1d(2, 3, 3)) },
        { "ConvTranspose2d", _ => State(() => ConvTranspose2d(2, 3, 4, bias: false)) },
        { "BatchNorm2d", _ => State(() => BatchNorm2d(2)) },
        { "InstanceNorm2d affine/InstanceNorm2d", _ => State(() => InstanceNorm2d(2, affine: true)) },
        { "LayerNorm", _ => State(() => LayerNorm(3)) },
        { "GroupNorm", _ => State(() => GroupNorm(1, 2)) },
        { "Embedding", _ => State(() => Embedding(4, 3)) },
        { "Embedding padded/Embedding", _ => State(() => Embedding(4, 3, padding_idx: 1)) },
        { "PReLU", _ => State(() => PReLU(2)) },
        { "Sequential", _ => Seeded(() => Sequential(Linear(3, 4), BatchNorm1d(4), Linear(4, 2)).parameters().ToArray<Tensor>()) },
        { "uniform_", _ => Drawn(Wide, tensor => init.uniform_(tensor, -1, 3)) },
        { "normal_", _ => Drawn(Wide, tensor => init.normal_(tensor, 1, 0.02)) },
        { "constant_", _ => Drawn(Wide, tensor => init.constant_(tensor, 0.3)) },
        { "ones_", _ => Drawn(Wide, init.ones_) },
        { "zeros_", _ => Drawn(Wide, init.zeros_) },
        { "eye_", _ => Drawn(Wide, init.eye_) },
        { "dirac_", _ => Drawn(Kernel, init.dirac_) },
        { "xavier_uniform_", _ => Drawn(Kernel, tensor => init.xavier_uniform_(tensor, 1.5)) },
        { "xavier_uniform_/glorot_uniform_", _ => Drawn(Kernel, tensor => init.glorot_uniform_(tensor, 1.5)) },
        { "xavier_normal_", _ => Drawn(Kernel, tensor => init.xavier_normal_(tensor, 1.5)) },
        { "xavier_normal_/glorot_normal_", _ => Drawn(Kernel, tensor => init.glorot_normal_(tensor, 1.5)) },
        { "kaiming_uniform_", _ => Drawn(Kernel, tensor => init.kaiming_uniform_(tensor, 0.2)) },
        { "kaiming_normal_", _ => Drawn(Kernel, tensor => init.kaiming_normal_(tensor, 0.2, init.FanInOut.FanOut)) },
        { "kaiming_normal_ relu/kaiming_normal_", _ => Drawn(Wide, tensor => init.kaiming_normal_(tensor, nonlinearity: init.NonlinearityType.ReLU)) },
        { "kaiming_normal_ tanh/kaiming_normal_", _ => Drawn(Wide, tensor => init.kaiming_normal_(tensor, nonlinearity: init.NonlinearityType.Tanh)) },
        { "orthogonal_", _ => Drawn(Wide, tensor => init.orthogonal_(tensor, 0.7)) },
        { "orthogonal_ tall/orthogonal_", _ => Drawn([5, 3], tensor => init.orthogonal_(tensor)) },
        { "orthogonal_ kernel/orthogonal_", _ => Drawn(Kernel, tensor => init.orthogonal_(tensor)) },
        { "trunc_normal_", _ => Drawn([4, 4], tensor => init.trunc_normal_(tensor, 0.5, 0.8, -1, 1.5)) },
        { "Dropout", _ => Seeded(() => [Dropout(0.3).call(Ones(4, 5))]) },
        { "Dropout/dropout", _ => Seeded(() => [functional.dropout(Ones(4, 5), 0.3, inplace: true)]) },
        { "Dropout1d", _ => Seeded(() => [Dropout1d(0.4).call(Ones(3, 4, 2))]) },
        { "Dropout1d/dropout1d", _ => Seeded(() => [functional.dropout1d(Ones(3, 4, 2), 0.4)]) },
        { "Dropout2d", _ => Seeded(() => [Dropout2d(0.4).call(Ones(3, 4, 2, 2))]) },
        { "Dropout2d/dropout2d", _ => Seeded(() => [functional.dropout2d(Ones(3, 4, 2, 2), 0.4, inplace: true)]) },
        { "AlphaDropout", _ => Seeded(() => [AlphaDropout(0.3).call(Ones(4, 5))]) },
        { "AlphaDropout/alpha_dropout", _ => Seeded(() => [functional.alpha_dropout(Ones(4, 5), 0.3, training: true)]) },
    };

    private static long[] Wide => [3, 5];

    private static long[] Kernel => [2, 3, 3, 2];

    public static TheoryData<string> Labels => Cases.Labels;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Drawing_AfterSeed_SameNumbersAsPyTorch(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    [Fact]
    public void Init_OwnGenerator_LeavesTheGlobalOneAlone()
    {
        using var scope = NewDisposeScope();
        using var own = new Generator(7);
        using var again = new Generator(7);
        var first = empty(4, ScalarType.Float64);
        var second = empty(4, ScalarType.Float64);
        manual_seed(3);
        var state = TensorValues.Read(get_rng_state());

        init.uniform_(first, 0, 1, own);
        init.uniform_(second, 0, 1, again);
        Assert.Equal(TensorValues.Read(first), TensorValues.Read(second));
        init.normal_(first, 0, 1, own);
        init.normal_(second, 0, 1, again);
        Assert.Equal(TensorValues.Read(first), TensorValues.Read(second));
        init.trunc_normal_(first, generator: own);

        Assert.Equal(state, TensorValues.Read(get_rng_state()));
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(0.5, 0.5)]
    public void Dropout_Evaluated_HandsOnTheValues(double p, double value)
    {
        using var scope = NewDisposeScope();
        var module = Dropout(p);
        module.eval();
        Assert.All(TensorValues.Read(module.call(ones(5).mul(value))), kept => Assert.Equal(value, kept));
    }

    private static Tensor Ones(params long[] shape) => ones(shape, ScalarType.Float64);

    private static Tensor[] Seeded(Func<Tensor[]> draw)
    {
        manual_seed(1);
        return Array.ConvertAll(draw(), tensor => tensor.detach());
    }

    private static Tensor[] State(Func<nn.Module> make) => Seeded(() => make().state_dict().Values.ToArray());

    private static Tensor[] Drawn(long[] shape, Func<Tensor, Tensor> draw) => Seeded(() => [draw(empty(shape, ScalarType.Float64))]);
}

/// <summary>Tests that seed the process's random generator run one after another, with nothing beside them.</summary>
[CollectionDefinition(nameof(GlobalGenerator), DisableParallelization = true)]
public sealed class GlobalGenerator;
