using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Samples a generator from latents that depend only on a seed.</summary>
internal sealed class FixedSampler(IGenerator generator, Device device, long seed) : ISampler
{
    // Apart from the training stream, which starts at the seed itself.
    private const ulong Stream = 0x5A3D_11E5;

    public Tensor Sample(int count)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var mode = new EvaluationMode(generator.Module);
        using var random = new Generator(unchecked((ulong)seed + Stream), CPU);
        var latents = generator.Latent.Sample(count, random, device);
        return scope.MoveToOuter(generator.Generate(latents).cpu());
    }
}
