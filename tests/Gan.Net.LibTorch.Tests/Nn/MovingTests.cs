using TorchSharp;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.LibTorch.Tests;

public sealed class MovingTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void To_Double_ConvertsParametersBuffersFieldsAndFreesTheOld()
    {
        using var module = new SampleModule();
        var (scale, offset) = (module.Scale, module.Offset);
        var live = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        Assert.Same(module, module.to(ScalarType.Float64));

        Assert.All(module.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.Equal(ScalarType.Float64, module.get_buffer("layers.norm.running_var")!.dtype);
        Assert.Equal(ScalarType.Int64, module.get_buffer("layers.norm.num_batches_tracked")!.dtype);
        Assert.Same(module.Scale, module.get_parameter("scale"));
        Assert.Same(module.Offset, module.get_buffer("offset"));
        Assert.True(scale.IsInvalid && offset.IsInvalid);
        Assert.All(module.parameters(), parameter => Assert.True(parameter is { is_leaf: true, requires_grad: true }));
        Assert.Equal(live, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.Equal(ScalarType.Float64, module.call(ones([2, 2], ScalarType.Float64)).dtype);
    }

    [Fact]
    public void To_SameTypeOrDevice_KeepsTheTensors()
    {
        using var module = Linear(2, 2);
        var weight = module.weight;
        module.to(ScalarType.Float32).cpu().to(CPU).to("cpu").to(DeviceType.CPU).to(CPU, ScalarType.Float32).to(ones(1)).@float();
        Assert.Same(weight, module.weight);
        Assert.False(weight.IsInvalid);
    }

    [Fact]
    public void To_WithGradient_ConvertsItToo()
    {
        using var module = Linear(2, 1);
        module.call(ones(1, 2)).sum().backward();
        module.@double();
        Assert.Equal(ScalarType.Float64, module.weight.grad!.dtype);
        Assert.Equal([1, 1], TensorValues.Read(module.weight.grad!));
        module.bfloat16();
        Assert.Equal(ScalarType.BFloat16, module.weight.dtype);
        module.half();
        Assert.Equal(ScalarType.Float16, module.bias!.dtype);
        module.to(CPU, ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, module.weight.dtype);
    }

    [Fact]
    public void To_FrozenParameter_StaysFrozen()
    {
        using var module = Linear(2, 1);
        module.weight.requires_grad = false;
        module.to(ScalarType.Float64);
        Assert.False(module.weight.requires_grad);
        Assert.True(module.bias!.requires_grad);
    }

    [Fact]
    public void To_IntegerType_Throws()
    {
        using var module = new SampleModule();
        Assert.Equal(
            "nn.Module.to only accepts floating point or complex types, but got desired dtype=Int64",
            Assert.Throws<ArgumentException>(() => module.to(ScalarType.Int64)).Message);
        Assert.Throws<ArgumentException>(() => module.to(CPU, ScalarType.Int32));
    }

    [Fact]
    public void To_CudaWithoutOne_Throws()
    {
        if (cuda.is_available())
        {
            return;
        }

        using var module = Linear(1, 1);
        Assert.Throws<InvalidOperationException>(() => module.cuda());
        Assert.Throws<InvalidOperationException>(() => module.to(CUDA));
        Assert.Throws<InvalidOperationException>(() => Linear(1, 1, device: CUDA));
    }

    [Fact]
    public void To_PropertyWithSetter_IsSet()
    {
        using var module = new Owner();
        module.to(ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, module.Weights.dtype);
        Assert.Equal(1, module.Sets);
    }

    [Theory]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Float16)]
    public void Construct_WithElementType_MakesIt(ScalarType type)
    {
        nn.Module[] modules =
        [
            Linear(2, 2, dtype: type), Bilinear(1, 2, 1, dtype: type), Conv1d(1, 1, 1, dtype: type), Conv2d(1, 1, 1, dtype: type), Conv3d(1, 1, 1, dtype: type),
            ConvTranspose1d(1, 1, 1, dtype: type), ConvTranspose2d(1, 1, 1, dtype: type), BatchNorm1d(1, dtype: type), BatchNorm2d(1, dtype: type),
            InstanceNorm2d(1, affine: true, dtype: type), LayerNorm(2, dtype: type), GroupNorm(1, 1, dtype: type), Embedding(2, 2, dtype: type), PReLU(1, dtype: type),
        ];
        Assert.All(modules.SelectMany(module => module.parameters()), parameter => Assert.Equal(type, parameter.dtype));
        Assert.All(modules, module => Assert.NotEmpty(module.parameters()));
    }

    [Fact]
    public void EmbeddingFromPretrained_Rows_SharedAndFrozenUnlessAsked()
    {
        var rows = TensorValues.Make(ScalarType.Float32, [2, 2], 1, 2, 3, 4);
        using var frozen = Embedding_from_pretrained(rows);
        using var trained = Embedding_from_pretrained(rows, freeze: false);
        rows.add_(1);
        Assert.Equal([4, 5], TensorValues.Read(frozen.call(TensorValues.Make(ScalarType.Int64, [1], 1))));
        Assert.False(frozen.weight!.requires_grad);
        Assert.True(trained.weight!.requires_grad);
        Assert.Throws<ArgumentException>(() => Embedding(2, 2, padding_idx: 2));
    }

    public void Dispose() => scope.Dispose();

    private sealed class Owner : Module<Tensor, Tensor>
    {
        [ComponentName(Name = nameof(Weights))]
        private TorchSharp.Modules.Parameter held = nn.Parameter(ones(2));

        public Owner()
            : base("Owner") => RegisterComponents();

        public int Sets { get; private set; }

        public TorchSharp.Modules.Parameter Weights
        {
            get => held;
            set
            {
                held.Dispose();
                held = value;
                ConditionallyRegisterParameter(nameof(Weights), value);
                Sets++;
            }
        }

        public override Tensor forward(Tensor input) => input * held;
    }
}
