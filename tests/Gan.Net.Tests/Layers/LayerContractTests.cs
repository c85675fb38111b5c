using Gan.Net.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Layers;

/// <summary>What every layer of the library promises. A layer that is not in the list fails the first test.</summary>
public sealed class LayerContractTests
{
    // Name, its own tensors in the state, and the shapes in and out.
    public static TheoryData<string, string, long[], long[]> Rows => new()
    {
        { nameof(SpectralNorm), "layer.bias layer.weight u", [4, 8], [4, 3] },
        { nameof(MinibatchDiscrimination), "weight", [4, 8], [4, 10] },
        { nameof(MinibatchStandardDeviation), "", [4, 2, 3, 3], [4, 3, 3, 3] },
        { nameof(PixelNorm), "", [4, 3, 2, 2], [4, 3, 2, 2] },
        { nameof(SelfAttention), "gamma key.weight output.weight query.weight value.weight", [2, 8, 4, 4], [2, 8, 4, 4] },
        { nameof(ConditionalBatchNorm2d), "norm.num_batches_tracked norm.running_mean norm.running_var scale shift", [4, 3, 2, 2], [4, 3, 2, 2] },
        { nameof(LabelConcatenation), "weight", [4, 8], [4, 11] },
        { nameof(EqualizedLinear), "bias weight", [4, 8], [4, 3] },
        { nameof(EqualizedConv2d), "bias weight", [2, 3, 4, 4], [2, 2, 4, 4] },
    };

    [Fact]
    public void Layers_OfTheLibrary_AreAllInTheList()
    {
        var layers = typeof(SpectralNorm).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(SpectralNorm).Namespace && type.IsAssignableTo(typeof(nn.Module)));

        Assert.Equal(layers.Select(layer => layer.Name).Order(StringComparer.Ordinal), Rows.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));
        Assert.All(layers, layer => Assert.True(layer.IsSealed));
    }

    public static TheoryData<string, Clause<LayerSubject>> Promises => Matrix.Of(Rows.Select(row => row.Data.Item1), LayerContract.Clauses);

    [Theory]
    [MemberData(nameof(Promises))]
    public void Layer_Clause_IsKept(string name, Clause<LayerSubject> clause)
    {
        var row = Rows.Single(row => row.Data.Item1 == name);

        clause.Check(new LayerSubject { Create = () => Layer(name), InputShape = row.Data.Item3, OutputShape = row.Data.Item4, Apply = Apply });
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void StateDict_Layer_HasTheApprovedKeysAndPrecision(string name, string state, long[] from, long[] to)
    {
        using var scope = NewDisposeScope();
        using var layer = Layer(name);

        Assert.Equal(state, string.Join(' ', layer.state_dict().Keys.Order(StringComparer.Ordinal)));
        Assert.Equal(to, Apply(layer, Input(from)).shape);
        Assert.Equal(ScalarType.Float32, Apply(layer, Input(from)).dtype);
    }

    [Theory]
    [InlineData(nameof(MinibatchDiscrimination), new long[] { 4, 7 }, "MinibatchDiscrimination was given [4, 7]; expected [N, 8].")]
    [InlineData(nameof(MinibatchStandardDeviation), new long[] { 4 }, "MinibatchStandardDeviation was given [4]; expected [N, C, ...].")]
    [InlineData(nameof(PixelNorm), new long[] { 4 }, "PixelNorm was given [4]; expected [N, C, ...].")]
    [InlineData(nameof(SelfAttention), new long[] { 4, 8, 4, 1 }, "SelfAttention was given [4, 8, 4, 1]; expected [N, 8, H, W] of at least 2 by 2.")]
    [InlineData(nameof(ConditionalBatchNorm2d), new long[] { 4, 2, 4, 4 }, "ConditionalBatchNorm2d was given [4, 2, 4, 4]; expected [N, 3, H, W].")]
    [InlineData(nameof(LabelConcatenation), new long[] { 4, 8, 2 }, "LabelConcatenation was given [4, 8, 2]; expected [N, A].")]
    [InlineData(nameof(EqualizedLinear), new long[] { 4, 7 }, "EqualizedLinear was given [4, 7]; expected [..., 8].")]
    [InlineData(nameof(EqualizedConv2d), new long[] { 4, 2, 4, 4 }, "EqualizedConv2d was given [4, 2, 4, 4]; expected [N, 3, H, W].")]
    public void Forward_AnotherShape_SaysWhatIsExpected(string name, long[] shape, string message)
    {
        using var scope = NewDisposeScope();
        var layer = Layer(name);

        var failure = Assert.Throws<ArgumentException>("input", () => Apply(layer, Input(shape)));

        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Forward_InputStoredInAnotherOrder_IsTheSame(string name, string state, long[] from, long[] to)
    {
        _ = (state, to);
        using var scope = NewDisposeScope();
        using var layer = Layer(name);
        layer.eval();
        var input = Input(from);

        Assert.True(Apply(layer, input).allclose(Apply(layer, input.transpose(0, -1).contiguous().transpose(0, -1)), rtol: 1e-5, atol: 1e-6));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Forward_OneSample_HasItsShapeAndIsFinite(string name, string state, long[] from, long[] to)
    {
        _ = state;
        using var scope = NewDisposeScope();
        using var layer = Layer(name);

        var output = Apply(layer, Input([1, .. from[1..]]));

        Assert.Equal([1L, .. to[1..]], output.shape);
        Assert.True(output.isfinite().all().ToBoolean());
    }

    [Theory]
    [OnCpu]
    [OnCuda]
    public void Forward_OnADevice_IsThatOfTheCpu(string deviceName)
    {
        using var scope = NewDisposeScope();
        foreach (var row in Rows)
        {
            var (name, shape) = (row.Data.Item1, row.Data.Item3);
            var (layer, other) = (Layer(name), Layer(name));
            other.load_state_dict(layer.state_dict());
            var here = Apply(layer, Input(shape));
            var there = Apply(other.to(device(deviceName)), Input(shape).to(device(deviceName)));

            Assert.True(here.sub(there.cpu()).abs().max().ToSingle() < 1e-5f, name);
        }
    }

    private static nn.Module Layer(string name)
    {
        using var random = new Generator(11, CPU);
        return name switch
        {
            nameof(SpectralNorm) => new SpectralNorm(nn.Linear(8, 3), random),
            nameof(MinibatchDiscrimination) => new MinibatchDiscrimination(8, random, kernels: 2, kernelSize: 3),
            nameof(MinibatchStandardDeviation) => new MinibatchStandardDeviation(2),
            nameof(PixelNorm) => new PixelNorm(),
            nameof(SelfAttention) => Awake(new SelfAttention(8, random, WeightNorm.None)),
            nameof(ConditionalBatchNorm2d) => new ConditionalBatchNorm2d(3, 5),
            nameof(LabelConcatenation) => new LabelConcatenation(5, [3], random),
            nameof(EqualizedLinear) => new EqualizedLinear(8, 3, random),
            nameof(EqualizedConv2d) => new EqualizedConv2d((3, 2), 3, random),
            _ => throw new ArgumentException(name),
        };
    }

    // With gamma at zero, as it starts, nothing else of the layer would be looked at.
    private static SelfAttention Awake(SelfAttention attention)
    {
        InitialWeights.Constant(attention.named_parameters().Single(parameter => parameter.name == "gamma").parameter, .7);
        return attention;
    }

    private static Tensor Apply(nn.Module layer, Tensor input) => layer switch
    {
        nn.Module<Tensor, Tensor> plain => plain.call(input),
        nn.Module<Tensor, Tensor, Tensor> conditional => conditional.call(input, arange(input.shape[0], device: input.device).remainder(5)),
        _ => throw new ArgumentException(layer.GetName()),
    };

    private static Tensor Input(long[] shape)
    {
        using var random = new Generator(12, CPU);
        return randn(shape, generator: random);
    }
}
