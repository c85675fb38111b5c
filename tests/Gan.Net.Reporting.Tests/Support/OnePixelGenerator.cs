using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Reporting.Tests.Support;

/// <summary>Pictures of one pixel: a tenth of the latent's first coordinate. Remembers what it was asked, and in which mode.</summary>
internal sealed class OnePixelGenerator : nn.Module<Tensor, Tensor>, IGenerator
{
    public OnePixelGenerator()
        : base(nameof(OnePixelGenerator)) => RegisterComponents();

    public LatentSpace Latent { get; init; } = new() { Size = 3 };

    public nn.Module Module => this;

    public List<long> Counts { get; } = [];

    public List<bool> Modes { get; } = [];

    public Tensor Generate(GeneratorInput input) => call(input.Latents!);

    public override Tensor forward(Tensor input)
    {
        Counts.Add(input.shape[0]);
        Modes.Add(training);
        return (input.narrow(1, 0, 1) * 0.1).reshape(-1, 1, 1, 1);
    }
}
