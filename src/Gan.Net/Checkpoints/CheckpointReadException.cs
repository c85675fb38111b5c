namespace Gan.Net.Checkpoints;

/// <summary>A checkpoint, or the folder of checkpoints, could not be read because the disk, or the right to, failed. The trainer is unchanged.</summary>
public sealed class CheckpointReadException : IOException
{
    /// <summary>Names the folder and what stood against it.</summary>
    public CheckpointReadException(string path, string problem, Exception? innerException = null)
        : base($"'{path}' could not be read: {problem}", innerException) => Path = path;

    /// <summary>The folder.</summary>
    public string Path { get; }
}
