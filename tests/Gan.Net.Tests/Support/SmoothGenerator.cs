using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>A one-layer generator with tanh: latents of 3 to samples of any shape.</summary>
internal sealed class SmoothGenerator : nn.Module, IGenerator
{
    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    private readonly long[] _shape;

    public SmoothGenerator(long[] sampleShape, ScalarType type = ScalarType.Float64)
        : base(nameof(SmoothGenerator))
    {
        using var random = new Generator(32, CPU);
        _shape = sampleShape;
        _weight = new Parameter(randn(Latent.Size, sampleShape.Aggregate(1L, (product, size) => product * size), dtype: type, generator: random));
        RegisterComponents();
    }

    public LatentSpace Latent { get; init; } = new() { Size = 3 };

    public int Classes { get; init; }

    public ConditionSpace Condition => ConditionSpace.Classes(Classes);

    public nn.Module Module => this;

    public Parameter Weight => _weight;

    public Tensor Generate(GeneratorInput input) =>
        input.Latents!.to(_weight.dtype).matmul(_weight).tanh().view([input.Latents!.shape[0], .. _shape]);
}
