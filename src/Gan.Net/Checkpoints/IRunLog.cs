namespace Gan.Net.Checkpoints;

/// <summary>
/// A record that grows with a run, such as a file of statistics. A checkpoint is made only after all that belongs before it is on disk, so
/// that a run that goes on can cut the record back to the checkpoint's round and miss nothing.
/// </summary>
public interface IRunLog
{
    /// <summary>Puts what was written so far on the disk.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    void FlushToDisk();
}
