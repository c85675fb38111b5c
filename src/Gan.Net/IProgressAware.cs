namespace Gan.Net;

/// <summary>
/// A module or a source that changes with progress: a network that grows, a fade, a curriculum. Trainers look for it among their players' modules and
/// everything inside them, and at their source.
/// </summary>
public interface IProgressAware
{
    /// <summary>Called before each round, after a checkpoint is restored and after a rewind, on the training thread.</summary>
    /// <param name="samplesSeen">Real samples seen so far.</param>
    void OnProgress(long samplesSeen);
}
