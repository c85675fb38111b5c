using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Rates;

/// <summary>A generator whose weights are of another type than the latents it is given, which it converts.</summary>
internal sealed class ConvertedGenerator(IGenerator inner, ScalarType type) : IGenerator
{
    public LatentSpace Latent => inner.Latent;

    public nn.Module Module => inner.Module;

    public Tensor Generate(GeneratorInput input)
    {
        var (latents, condition) = (input.Latents!, input.Condition);
        using var converted = latents.to(type);
        return inner.Generate(converted, condition);
    }

    public void Dispose() => inner.Dispose();
}
