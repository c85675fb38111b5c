using Gan.Net.Layers;
using Gan.Net.Tests.Support;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Layers;

public sealed class SpectralNormTests
{
    public static TheoryData<string> Kinds =>
    [
        "Linear", "Conv1d", "Conv2d", "Conv2d groups", "Conv2d reflect", "Conv3d", "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose2d groups",
        "Embedding",
    ];

    // W = [[3, 0], [4, 5]] from u = (1, 0): the estimate and u after each iteration, on the way to √45.
    [Theory]
    [InlineData(1, 5, .6, .8)]
    [InlineData(2, 6.67174603248, .351123441588, .936329177569)]
    [InlineData(3, 6.70774957027, .320129101815, .947373927323)]
    [InlineData(4, 6.70819832243, .316661515858, .948538604578)]
    [InlineData(6, 6.70820393164, .316233121357, .948681512920)]
    public void Forward_Training_MakesOnePowerIteration(int passes, double sigma, double first, double second)
    {
        using var scope = NewDisposeScope();
        var (norm, u) = Reference();

        var output = zeros(1);
        for (var i = 0; i < passes; i++)
        {
            output = norm.call(eye(2, dtype: ScalarType.Float64));
        }

        Assert.Equal(sigma, 3 / output[0, 0].ToDouble(), 1e-10);
        Assert.Equal([first, second], u.data<double>().ToArray(), new Near(1e-10));
    }

    [Fact]
    public void Forward_Training_EstimateApproachesTheSingularValueFromBelow()
    {
        using var scope = NewDisposeScope();
        var (norm, _) = Reference();
        var errors = Enumerable.Range(0, 6).Select(_ => Math.Sqrt(45) - (3 / norm.call(eye(2, dtype: ScalarType.Float64))[0, 0].ToDouble())).ToArray();

        Assert.All(errors, error => Assert.True(error > -1e-12));
        Assert.Equal(1 / 81.0, errors[4] / errors[3], .001); // (σ2/σ1)⁴
    }

    [Fact]
    public void Forward_Evaluation_LeavesUAlone()
    {
        using var scope = NewDisposeScope();
        var (norm, u) = Reference();
        norm.call(eye(2, dtype: ScalarType.Float64));
        norm.eval();
        var before = u.data<double>().ToArray();

        var first = norm.call(eye(2, dtype: ScalarType.Float64));
        var second = norm.call(eye(2, dtype: ScalarType.Float64));

        Assert.Equal(before, u.data<double>().ToArray());
        Assert.Equal(first.data<double>().ToArray(), second.data<double>().ToArray());
        Assert.Equal(3 / Math.Sqrt(41), first[0, 0].ToDouble(), 1e-12); // |Wᵀu| with u = (.6, .8) is |(5, 4)|
    }

    // ∂σ/∂W is u vᵀ: the output 3/σ, differentiated by W, less what the 3 itself gives.
    [Fact]
    public void Forward_Gradient_FlowsThroughTheWeightOnly()
    {
        using var scope = NewDisposeScope();
        var (norm, u) = Reference();

        norm.call(eye(2, dtype: ScalarType.Float64))[0, 0].backward();

        // After one iteration σ is 5, u = (.6, .8) and v = (1, 0): d(W11/σ) = dW11/5 - 3/25 · u vᵀ.
        var weight = norm.parameters().Single(parameter => parameter.ndim == 2);
        Assert.Equal([.2 - (.12 * .6), 0, -.12 * .8, 0], weight.grad!.data<double>().ToArray(), new Near(1e-12));
        Assert.Null(u.grad);
        Assert.False(u.requires_grad);
    }

    [Fact]
    public void Forward_TwiceBeforeTheGradient_IsDifferentiatedAtEachOnesOwnEstimate()
    {
        using var scope = NewDisposeScope();
        var (norm, _) = Reference();

        var first = norm.call(eye(2, dtype: ScalarType.Float64))[0, 0];
        norm.call(eye(2, dtype: ScalarType.Float64));
        first.backward();

        var weight = norm.parameters().Single(parameter => parameter.ndim == 2);
        Assert.Equal([.2 - (.12 * .6), 0, -.12 * .8, 0], weight.grad!.data<double>().ToArray(), new Near(1e-12));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void NormalizedWeight_Converged_HasASpectralNormOfOne(string kind)
    {
        using var scope = NewDisposeScope();
        var (layer, input) = Layer(kind);
        using var random = new Generator(3, CPU);
        var norm = new SpectralNorm(layer, random);
        for (var i = 0; i < 300; i++)
        {
            norm.call(input);
        }

        norm.eval();
        var weight = norm.NormalizedWeight();
        var matrix = kind.StartsWith("ConvTranspose", StringComparison.Ordinal) ? weight.transpose(0, 1) : weight;

        Assert.Equal(1, linalg.svdvals(matrix.reshape(matrix.shape[0], -1)).max().ToDouble(), 1e-9);
        Assert.Equal([matrix.shape[0]], norm.named_buffers().Single(buffer => buffer.name == "u").buffer.shape);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Forward_AnyLayer_ActsAsOneWithTheNormalizedWeight(string kind)
    {
        using var scope = NewDisposeScope();
        var (layer, input) = Layer(kind);
        var (plain, _) = Layer(kind);
        using var random = new Generator(3, CPU);
        var norm = new SpectralNorm(layer, random);
        norm.call(input);
        norm.eval();
        using (no_grad())
        {
            foreach (var (name, parameter) in plain.named_parameters())
            {
                parameter.copy_(name == "weight" ? norm.NormalizedWeight() : layer.named_parameters().Single(own => own.name == name).parameter);
            }
        }

        Assert.True(plain.call(input).allclose(norm.call(input), rtol: 1e-12, atol: 1e-12));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Forward_AnyLayer_GradientEqualsFiniteDifferences(string kind)
    {
        using var scope = NewDisposeScope();
        var (layer, input) = Layer(kind);
        using var random = new Generator(3, CPU);
        var norm = new SpectralNorm(layer, random);
        norm.eval();

        Assert.Null(FiniteDifferences.Compare(norm.parameters(), () => norm.call(input).sin().sum()));
    }

    [Fact]
    public void Forward_ZeroWeights_GivesTheBias()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(3, CPU);
        var linear = nn.Linear(3, 2);
        InitialWeights.Constant(linear.weight, 0);
        var norm = new SpectralNorm(linear, random);

        var output = norm.call(ones(1, 3));
        output.sum().backward();

        Assert.Equal(linear.bias!.data<float>().ToArray(), output.data<float>().ToArray());
        Assert.True(linear.weight.grad!.isfinite().all().ToBoolean());
    }

    [Fact]
    public void Create_AnotherLayer_SaysWhatItTakes()
    {
        using var random = new Generator(3, CPU);
        using var other = nn.BatchNorm2d(3);

        var failure = Assert.Throws<ArgumentException>(() => new SpectralNorm(other, random));

        Assert.Equal("SpectralNorm takes a Linear, a convolution or an Embedding; was BatchNorm2d.", failure.Message);
    }

    [Fact]
    public void Create_Seed_FixesU()
    {
        using var scope = NewDisposeScope();

        Assert.Equal(U(5), U(5));
        Assert.NotEqual(U(5), U(6));
        Assert.Equal(1, U(5).Sum(value => value * value), 1e-6);

        static float[] U(ulong seed)
        {
            using var random = new Generator(seed, CPU);
            return new SpectralNorm(nn.Linear(3, 4), random).named_buffers().Single().buffer.data<float>().ToArray();
        }
    }

    private static (SpectralNorm Norm, Tensor U) Reference()
    {
        using var random = new Generator(3, CPU);
        var linear = nn.Linear(2, 2, hasBias: false, dtype: ScalarType.Float64);
        var norm = new SpectralNorm(linear, random);
        var u = norm.named_buffers().Single(buffer => buffer.name == "u").buffer;
        using (no_grad())
        {
            linear.weight.copy_(tensor(new double[,] { { 3, 0 }, { 4, 5 } }));
            u.copy_(tensor(new double[] { 1, 0 }));
        }

        return (norm, u);
    }

    // With weights that are the same at each call.
    private static (nn.Module<Tensor, Tensor> Layer, Tensor Input) Layer(string kind)
    {
        using var random = new Generator(9, CPU);
        var (layer, shape) = Create(kind);
        foreach (var parameter in layer.parameters())
        {
            InitialWeights.Normal(parameter, 0, 1, random);
        }

        return (layer, layer is Embedding ? arange(5) : randn(shape, dtype: ScalarType.Float64, generator: random));
    }

    private static (nn.Module<Tensor, Tensor> Layer, long[] Input) Create(string kind) => kind switch
    {
        "Linear" => (nn.Linear(5, 3, dtype: ScalarType.Float64), [2, 5]),
        "Conv1d" => (nn.Conv1d(2, 3, kernel_size: 3, dtype: ScalarType.Float64), [2, 2, 5]),
        "Conv2d" => (nn.Conv2d(2, 3, kernel_size: 3, stride: 2, padding: 1, dtype: ScalarType.Float64), [2, 2, 5, 5]),
        "Conv2d groups" => (nn.Conv2d(4, 6, kernel_size: 2, groups: 2, dtype: ScalarType.Float64), [2, 4, 3, 3]),
        "Conv2d reflect" => (nn.Conv2d(2, 3, kernel_size: 3, padding: 1, padding_mode: PaddingModes.Reflect, dtype: ScalarType.Float64), [2, 2, 4, 4]),
        "Conv3d" => (nn.Conv3d(2, 3, kernel_size: 2, dtype: ScalarType.Float64), [1, 2, 3, 3, 3]),
        "ConvTranspose1d" => (nn.ConvTranspose1d(2, 3, kernel_size: 3, dtype: ScalarType.Float64), [2, 2, 5]),
        "ConvTranspose2d" => (nn.ConvTranspose2d(2, 3, kernel_size: 4, stride: 2, padding: 1, dtype: ScalarType.Float64), [2, 2, 3, 3]),
        "ConvTranspose2d groups" => (nn.ConvTranspose2d(4, 6, kernel_size: 2, groups: 2, dtype: ScalarType.Float64), [2, 4, 3, 3]),
        "Embedding" => (nn.Embedding(5, 3, dtype: ScalarType.Float64), []),
        _ => throw new ArgumentException(kind),
    };
}
