namespace Gan.Net.Checkpoints;

/// <summary>
/// A checkpoint is whole, but of another game: other networks, optimizers, data or settings. Names every difference; the trainer is
/// unchanged.
/// </summary>
public sealed class CheckpointMismatchException : Exception
{
    /// <summary>Lists what does not fit.</summary>
    public CheckpointMismatchException(string path, IReadOnlyList<string> differences)
        : base($"The checkpoint '{path}' does not fit the trainer, which is unchanged: {string.Join("; ", differences)}.")
    {
        Path = path;
        Differences = differences;
    }

    /// <summary>The checkpoint's folder.</summary>
    public string Path { get; }

    /// <summary>The differences, one sentence part each.</summary>
    public IReadOnlyList<string> Differences { get; }
}
