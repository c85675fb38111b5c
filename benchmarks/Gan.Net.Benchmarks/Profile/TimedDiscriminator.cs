using System.Diagnostics;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Profile;

/// <summary>A discriminator whose forward passes are timed.</summary>
internal sealed class TimedDiscriminator(IDiscriminator inner, PhaseClock clock) : IDiscriminator
{
    public nn.Module Module => inner.Module;

    public int SamplesPerLogit => inner.SamplesPerLogit;

    public bool ScoresSamplesAlone => inner.ScoresSamplesAlone;

    public Tensor Score(Tensor samples, Tensor? condition = null)
    {
        var start = Stopwatch.GetTimestamp();
        var logits = inner.Score(samples, condition);
        clock.Discriminator += Stopwatch.GetElapsedTime(start).TotalSeconds;
        return logits;
    }

    public void Dispose() => inner.Dispose();
}
