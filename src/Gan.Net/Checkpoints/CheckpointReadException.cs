namespace Gan.Net.Checkpoints;

/// <summary>A checkpoint could not be read because the disk, or the right to read, failed. The trainer is unchanged.</summary>
public sealed class CheckpointReadException : IOException
{
    /// <summary>Names the checkpoint and what stood against it.</summary>
    public CheckpointReadException(string path, string problem, Exception? innerException = null)
        : base($"The checkpoint '{path}' could not be read: {problem}", innerException) => Path = path;

    /// <summary>The checkpoint's folder.</summary>
    public string Path { get; }
}
