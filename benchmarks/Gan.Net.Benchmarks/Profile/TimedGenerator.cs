using System.Diagnostics;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Profile;

/// <summary>A generator whose forward passes are timed.</summary>
internal sealed class TimedGenerator(IGenerator inner, PhaseClock clock) : IGenerator
{
    public LatentSpace Latent => inner.Latent;

    public nn.Module Module => inner.Module;

    public Tensor Generate(GeneratorInput input)
    {
        var (latents, condition) = (input.Latents!, input.Condition);
        var start = Stopwatch.GetTimestamp();
        var samples = inner.Generate(latents, condition);
        clock.Generator += Stopwatch.GetElapsedTime(start).TotalSeconds;
        return samples;
    }

    public void Dispose() => inner.Dispose();
}
