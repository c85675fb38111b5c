using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Papers.Tests.Support;

/// <summary>A generator that computes in float64. Owns it.</summary>
internal sealed class DoubleGenerator : IGenerator
{
    private readonly IGenerator _inner;

    public DoubleGenerator(IGenerator inner)
    {
        _inner = inner;
        inner.Module.to(ScalarType.Float64);
    }

    public LatentSpace Latent => _inner.Latent;

    public nn.Module Module => _inner.Module;

    public Tensor Generate(GeneratorInput input) => _inner.Generate(input.Latents!.to(ScalarType.Float64), input.Condition);

    public void Dispose() => _inner.Dispose();
}
