using Gan.Net.Training;

namespace Gan.Net.Benchmarks.Peers;

/// <summary>Another side of the rows: it plays rounds of a game when asked and says how long they took.</summary>
internal interface IPeer : IDisposable
{
    /// <summary>The name in the tables.</summary>
    string Name { get; }

    /// <summary>Plays rounds and returns the seconds they took.</summary>
    double Steps(PeerRow row, LatentReuse latents, int count);
}
