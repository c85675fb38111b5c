using System.Diagnostics;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Profile;

/// <summary>A discriminator whose forward passes are timed.</summary>
internal sealed class TimedDiscriminator(IDiscriminator inner, PhaseClock clock) : IDiscriminator
{
    public nn.Module Module => inner.Module;

    public int SamplesPerLogit => inner.SamplesPerLogit;

    public bool ScoresSamplesAlone => inner.ScoresSamplesAlone;

    public ConditionSpace Condition => inner.Condition;

    public DiscriminatorOutput Score(DiscriminatorInput input)
    {
        var start = Stopwatch.GetTimestamp();
        var said = inner.Score(input);
        clock.Discriminator += Stopwatch.GetElapsedTime(start).TotalSeconds;
        return said;
    }

    public void Dispose() => inner.Dispose();
}
