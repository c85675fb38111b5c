namespace Gan.Net.Benchmarks.Profile;

/// <summary>Seconds spent in each network's forward passes.</summary>
internal sealed class PhaseClock
{
    public double Generator { get; set; }

    public double Discriminator { get; set; }

    public void Reset() => (Generator, Discriminator) = (0, 0);
}
