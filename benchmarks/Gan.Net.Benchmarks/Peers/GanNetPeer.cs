using System.Diagnostics;
using Gan.Net.Training;

namespace Gan.Net.Benchmarks.Peers;

/// <summary>Our side of one row.</summary>
internal sealed class GanNetPeer : IDisposable
{
    private const int WarmUp = 30;
    private const double WarmUpSeconds = 2;

    private readonly IGenerator _generator;
    private readonly IDiscriminator _discriminator;
    private readonly SliceSource _source;
    private readonly GanTrainer _trainer;

    public GanNetPeer(PeerRow row, LatentReuse latents, int slices = SliceSource.Many)
    {
        (_generator, _discriminator) = row.Models();
        _source = new SliceSource(slices, row.Batch, row.SampleShape);
        _trainer = new GanTrainer(_generator, _discriminator, row.Options(latents));
    }

    /// <summary>Plays some rounds, of slow games only a few.</summary>
    public GanNetPeer Warm()
    {
        var seconds = 0.0;
        for (var step = 0; step < WarmUp && seconds < WarmUpSeconds; step++)
        {
            seconds += Steps(1);
        }

        return this;
    }

    /// <summary>Plays rounds and returns the seconds they took.</summary>
    public double Steps(int count)
    {
        var start = Stopwatch.GetTimestamp();
        _trainer.Fit(_source, TrainingLength.Rounds(count));
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose()
    {
        _trainer.Dispose();
        _source.Dispose();
        _generator.Dispose();
        _discriminator.Dispose();
    }
}
