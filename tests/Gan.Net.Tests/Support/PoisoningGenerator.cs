using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>Another generator, whose latents are tampered with on their way. Does not own it.</summary>
internal sealed class PoisoningGenerator(IGenerator inner, Action<Tensor> poison) : IGenerator
{
    public LatentSpace Latent => inner.Latent;

    public nn.Module Module => inner.Module;

    /// <summary>Told of each batch of samples.</summary>
    public Action<Tensor>? Generated { get; init; }

    public Tensor Generate(GeneratorInput input)
    {
        var (latents, condition) = (input.Latents!, input.Condition);
        poison(latents);
        var samples = inner.Generate(latents, condition);
        Generated?.Invoke(samples);
        return samples;
    }

    public void Dispose()
    {
    }
}
