using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>Latents are the samples: what is asked for comes back, in the shape the data has.</summary>
internal sealed class FixedGenerator(params long[] sampleShape) : nn.Module(nameof(FixedGenerator)), IGenerator
{
    public LatentCodes? Codes { get; init; }

    public LatentSpace Latent => new() { Size = (int)sampleShape.Aggregate(1L, (product, size) => product * size), Codes = Codes };

    public nn.Module Module => this;

    public Tensor Generate(GeneratorInput input) => input.Latents!.view([input.Latents!.shape[0], .. sampleShape]);
}
