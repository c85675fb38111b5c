using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Testing;

/// <summary>
/// The Dirac-GAN's discriminator. The literature scores x with psi * x and lets the discriminator raise the generated sample's
/// score; ours raises the real one's, so the logit is -psi * x.
/// </summary>
internal sealed class DiracDiscriminator : nn.Module, IDiscriminator
{
    [ComponentName(Name = "psi")]
    private readonly Parameter _psi;

    public DiracDiscriminator(double psi)
        : base(nameof(DiracDiscriminator))
    {
        _psi = new Parameter(tensor(new[] { psi }, dtype: ScalarType.Float64));
        RegisterComponents();
    }

    public nn.Module Module => this;

    public double Psi => _psi.ToDouble();

    public DiscriminatorOutput Score(DiscriminatorInput input) => new() { Logits = input.Samples.mul(_psi).neg().flatten() };
}
