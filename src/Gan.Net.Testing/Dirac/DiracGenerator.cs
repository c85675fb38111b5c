using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Testing;

/// <summary>The Dirac-GAN's generator: every sample is the one parameter, theta.</summary>
internal sealed class DiracGenerator : nn.Module, IGenerator
{
    [ComponentName(Name = "theta")]
    private readonly Parameter _theta;

    public DiracGenerator(double theta)
        : base(nameof(DiracGenerator))
    {
        _theta = new Parameter(tensor(new[] { theta }, dtype: ScalarType.Float64));
        RegisterComponents();
    }

    public LatentSpace Latent { get; } = new() { Size = 1 };

    public nn.Module Module => this;

    public double Theta => _theta.ToDouble();

    public Tensor Generate(GeneratorInput input) => _theta.expand(input.Count, 1);
}
