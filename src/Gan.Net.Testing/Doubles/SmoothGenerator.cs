using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Testing.Doubles;

/// <summary>A one-layer generator with tanh: latents of 3, which are codes, to images of 1 by 4 by 4.</summary>
internal sealed class SmoothGenerator : nn.Module, IGenerator
{
    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    private readonly ScalarType _type;

    public SmoothGenerator(ScalarType type)
        : base(nameof(SmoothGenerator))
    {
        using var random = new Generator(32, CPU);
        _type = type;
        _weight = Normal([Latent.Size, FewImages.Numbers], 1, type, random);
        RegisterComponents();
    }

    public LatentSpace Latent { get; } = new() { Size = 3, Codes = new LatentCodes { Categories = [2], Continuous = 1 } };

    public ConditionSpace Condition { get; } = ConditionSpace.Classes(FewImages.ClassCount);

    public nn.Module Module => this;

    public Parameter Weight => _weight;

    public Tensor Generate(GeneratorInput input) =>
        input.Latents!.to(_type).mm(_weight).tanh().view([input.Count, .. FewImages.Shape]);

    /// <summary>A parameter from N(0, <paramref name="deviation"/>²) that no dispose scope ends.</summary>
    public static Parameter Normal(long[] shape, double deviation, ScalarType type, Generator random)
    {
        using var scope = NewDisposeScope();
        return (Parameter)new Parameter(randn(shape, dtype: ScalarType.Float64, generator: random).mul(deviation).to(type)).DetachFromDisposeScope();
    }
}
